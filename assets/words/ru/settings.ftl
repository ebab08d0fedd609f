# Что можно выбрать в окне программы.
settings-title = Настройки
settings-language = Язык интерфейса
settings-language-system = Как в системе
settings-appearance = Оформление
settings-appearance-system = Как в системе
settings-appearance-light = Светлое
settings-appearance-dark = Тёмное
settings-text-size = Размер текста
settings-motion = Меньше анимации
