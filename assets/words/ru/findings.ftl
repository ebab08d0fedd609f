# Названия стоят в родительном падеже («У цитаты …»), спикер – в именительном.
finding-the-quote = цитаты «{ $words }»
finding-a-quote = одной из цитат
finding-a-speaker = один из спикеров
finding-the-photo = фото «{ $file }»
finding-a-photo = одного из фото

finding-embargo-past = Эмбарго уже закончилось: снимите его или укажите более позднее время.
finding-embargo-zone-unknown = Часовой пояс эмбарго «{ $zone }» неизвестен: укажите, например, Asia/Almaty.
finding-embargo-zone-missing = Часовой пояс эмбарго неизвестен: укажите, например, Asia/Almaty.
finding-style-missing = У организации нет стиля для { $lang ->
    [kk] казахского языка
    [ru] русского языка
    [en] английского языка
    [de] немецкого языка
    [fr] французского языка
   *[other] языка «{ $lang }»
}: применяются общие правила.
finding-headline-missing = Нет заголовка.
finding-body-empty = В релизе нет текста.
finding-translation-missing =
    { $count ->
        [one] Не переведена { $count } часть текста.
        [few] Не переведены { $count } части текста.
       *[many] Не переведено { $count } частей текста.
    }
finding-quote-empty = Цитата пуста: впишите слова или удалите её.
finding-quote-speaker-missing = У { $quote } не указан спикер.
finding-quote-speaker-gone = У { $quote } указан спикер, которого в релизе больше нет.
finding-quote-verb-missing = У { $quote } нет глагола, например «сказала».
finding-quote-marks-typed = Вокруг { $quote } набраны кавычки: их добавляет стиль организации.
finding-speaker-not-introduced = В тексте цитируется { $speaker }, но нигде не сказано, кто это.
finding-speaker-name-missing = У спикера, которого цитируют, нет имени.
finding-speaker-name-untranslated = Нет имени на { $lang ->
    [kk] казахском языке
    [ru] русском языке
    [en] английском языке
    [de] немецком языке
    [fr] французском языке
   *[other] языке «{ $lang }»
}: { $speaker }.
finding-photo-gone = В тексте стоит фото, которого в релизе больше нет.
finding-photo-credit-missing = У { $photo } не указан автор.
finding-photo-alt-missing = У { $photo } нет описания для незрячих на { $lang ->
    [kk] казахском языке
    [ru] русском языке
    [en] английском языке
    [de] немецком языке
    [fr] французском языке
   *[other] языке «{ $lang }»
}: напишите его или отметьте, что фото декоративное.
finding-photo-person-unnamed = Фото «{ $file }»: в подписи никто не назван, а в файле указано, кто на снимке: { $persons }.
finding-photo-small-for-web = Фото «{ $file }»: { $width } × { $height } пикселей, а сайту нужно не меньше 1200 по длинной стороне.
finding-photo-small-for-print = Фото «{ $file }»: меньше 200 точек на дюйм в печати. Возьмите снимок крупнее или поставьте его мельче.
finding-photo-credit-cut = Фото «{ $file }»: автор указан слишком длинно для старых программ, они покажут «{ $kept }».
finding-speaker-title-unsaid = { $speaker }: должность «{ $title }» нигде в тексте не названа.
finding-quote-verb-gender = Глагол «{ $verb }» не согласован с именем: { $speaker }.
finding-photo-shown-nowhere =
    { $count ->
        [one] { $count } снимок должен стоять в конце, но стиль организации не показывает там фото.
        [few] { $count } снимка должны стоять в конце, но стиль организации не показывает там фото.
       *[many] { $count } снимков должны стоять в конце, но стиль организации не показывает там фото.
    }
finding-contact-unit-untranslated = У контакта «{ $unit }» нет названия на { $lang ->
    [kk] казахском языке
    [ru] русском языке
    [en] английском языке
    [de] немецком языке
    [fr] французском языке
   *[other] языке «{ $lang }»
}.
finding-contact-missing = Нет контакта, по которому редакция могла бы позвонить.
finding-letter-missing = Ни в одном шрифте страницы нет знаков { $letters }: замените их другими.

# Панель под предпросмотром.
findings-before-sending = Перед отправкой: { $count }
findings-required = Обязательно
findings-advised = Желательно
findings-show = Показать
findings-in-language = { $language }: { $question }
findings-named = { $severity }: { $question }
findings-ready = Готово к отправке
findings-languages = { $count ->
    [one] { $count } язык
    [few] { $count } языка
   *[many] { $count } языков
}
findings-languages-and-photos = { $languages }, { $photos }

# Что исправляет кнопка.
command-mend = Исправить
fix-say-title = Назвать должность при цитате
fix-put-verb = Заменить на «{ $verb }»
fix-only-attach =
    { $count ->
        [one] Отправить { $count } снимок только отдельным файлом
        [few] Отправить { $count } снимка только отдельными файлами
       *[many] Отправить { $count } снимков только отдельными файлами
    }
