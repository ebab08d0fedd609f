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

# Просмотр того, что будет исправлено.
command-ask-typography = Исправить типографику…
command-correct-typography = Исправить отмеченное
command-help-typing = Поставить знак этого языка
command-toggle-typing-help = Включить или выключить помощь при наборе
command-toggle-signs = Показать или скрыть неразрывные пробелы и мягкие переносы
typography-title = Исправление типографики
typography-nothing = Исправлять нечего.
typography-hint = Каждое место до и после: · – обычный пробел, ° – неразрывный. Снимите отметку с того, что должно остаться.
typography-go = Исправить отмеченное: { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
typography-of-language = { $language }: всё
typography-of-point = { $what }: { $count }
typography-place = «{ $then }» станет «{ $now }»
typography-corrected = { $count ->
    [one] Исправлено { $count } место.
    [few] Исправлено { $count } места.
   *[many] Исправлено { $count } мест.
}
typing-help-is-on = Кавычки и тире при наборе теперь заменяются принятыми в языке.
typing-help-is-off = Кавычки и тире теперь остаются такими, как вы их набрали.
settings-typing-help = Кавычки и тире языка при наборе
settings-signs = Показывать неразрывные пробелы и мягкие переносы

# Что в редакциях на разных языках не совпадает.
finding-parity-numbers = Числа, даты или время расходятся с оригиналом: { $told }.
finding-parity-links = Ссылки расходятся с оригиналом: { $told }.
finding-parity-block-missing = «{ $words }»: этого нет на { $lang ->
    [kk] казахском языке
    [ru] русском языке
    [en] английском языке
    [de] немецком языке
    [fr] французском языке
   *[other] языке «{ $lang }»
}.
finding-parity-list-length = Число пунктов списка расходится с оригиналом: { $told }.
findings-show-other = Показать на другом языке
