# Что набрано не так, как принято в языке или в организации.
typography-quotes = Кавычки не этого языка
typography-apostrophe = Прямые апострофы
typography-dash = Дефис или другое тире вместо принятого в организации
typography-range = Дефис в диапазоне вместо тире
typography-ellipsis = Три точки вместо многоточия
typography-double-space = Несколько пробелов подряд
typography-punctuation = Пробел перед знаком препинания или нет пробела после него
typography-number-sign = Знак № или § без неразрывного пробела
typography-percent = Знак процента слишком близко к числу или далеко от него
typography-ordinal = Окончание порядкового числительного набрано неверно
typography-date = Лишний или пропущенный пробел в дате
typography-digit-groups = Большие числа не разбиты на разряды, как принято в языке
typography-unit = Единицы измерения слиты с числом
typography-initials = Инициалы, которые может разорвать конец строки
typography-no-break = Обычный пробел там, где строка не должна рваться
typography-look-alike = Похожие буквы из другого алфавита
finding-typography = { $what }: { $count ->
    [one] { $count } место, «{ $words }»
    [few] { $count } места, первое – «{ $words }»
   *[many] { $count } мест, первое – «{ $words }»
}
fix-typography = Исправить { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
