# Бағдарлама терезесінде нені таңдауға болады.
settings-title = Баптаулар
settings-language = Интерфейс тілі
settings-language-system = Жүйедегідей
settings-appearance = Безендіру
settings-appearance-system = Жүйедегідей
settings-appearance-light = Ашық
settings-appearance-dark = Қараңғы
settings-text-size = Мәтін өлшемі
settings-motion = Анимацияны азайту
