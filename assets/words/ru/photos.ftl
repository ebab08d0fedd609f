# Фотографии: миниатюры, слова, крупный вид.
command-view-photos = Подписать фотографии
command-move-photo = Переместить фотографию
command-turn-photo = Повернуть по часовой стрелке
command-name-in-captions = Назвать в подписях
command-caption-by-headline = Заполнить пустые подписи заголовком
running-attaching = Просмотр фотографий…
error-photo-in-file = { $why } { $path }
photos-title = Фотографии
photo-of = Фотография { $number } из { $count }
photo-tile = Миниатюра { $number }: { $words }
photo-larger = Фото { $number }: показать крупно
photo-turn = Повернуть фотографию { $number } по часовой стрелке
photo-pixels = { $width } × { $height } пикселей
photo-words-from-file = часть слов взята из файла
photo-from-file = из файла
photo-more = Другие сведения для архивов
photo-name-speaker = Назвать спикера в подписи
photo-into-text = Поставить в текст
photo-earlier = Передвинуть вперёд
photo-later = Передвинуть назад
photos-choose-hint = Несколько – щелчком с Ctrl
photos-none-found = В этой папке нет снимков. Принимаются JPEG, PNG, WebP и TIFF.
photos-choose-all = Выбрать все
photos-differ = разные
photos-field-for-all = Все выбранные фотографии: { $field }
field-end-photo = В конце релиза
field-attached-photo = Только отдельным файлом
photo-end = Фото { $number }: в конце релиза
photo-attached = Фото { $number }: только отдельным файлом
field-creator = Фотограф
field-copyright = Правообладатель
field-country = Страна
field-country-code = Код страны
field-persons = Кто на снимке
field-keywords = Ключевые слова
field-photo-headline = Заголовок фотографии
field-made-by-ai = Создано ИИ
hint-photo-headline = Если пусто – заголовок релиза
hint-copyright = © организация
hint-commas = через запятую
photo-creator = Фото { $number }: фотограф
photo-copyright = Фото { $number }: правообладатель
photo-country = Фото { $number }: страна
photo-country-code = Фото { $number }: код страны
photo-persons = Фото { $number }: кто на снимке
photo-keywords = Фото { $number }: ключевые слова
photo-headline = Фото { $number }: заголовок
photo-made-by-ai = Фото { $number }: создано ИИ
made-by-ai-no = Нет
made-by-ai-partly = Частично
made-by-ai-wholly = Полностью
made-by-ai-hint = Об этом скажет подпись во всех экспортах.
photo-tool-look = Рассмотреть
photo-tool-cut = Кадрировать
photo-tool-interest = Точка интереса: что должно остаться в кадре
photo-zoom-in = Крупнее
photo-zoom-out = Мельче
photo-cut = Кадр
photo-cut-free = Свободно
photo-cut-nothing = Показать целиком
photo-cut-left = Слева
photo-cut-top = Сверху
photo-cut-width = Ширина
photo-cut-height = Высота
photos-chosen = { $count ->
    [one] Выбрана { $count } фотография
    [few] Выбрано { $count } фотографии
   *[many] Выбрано { $count } фотографий
}
photos-for-all = { $count ->
    [one] Для { $count } фотография
    [few] Для { $count } фотографии
   *[many] Для { $count } фотографий
}
photos-turn-all = { $count ->
    [one] Повернуть { $count } фотографию по часовой стрелке
    [few] Повернуть { $count } фотографии по часовой стрелке
   *[many] Повернуть { $count } фотографий по часовой стрелке
}
photos-delete-all = { $count ->
    [one] Удалить { $count } фотографию
    [few] Удалить { $count } фотографии
   *[many] Удалить { $count } фотографий
}
photos-refused-too = { $count ->
    [one] Не принята ещё { $count } фотография.
    [few] Не приняты ещё { $count } фотографии.
   *[many] Не приняты ещё { $count } фотографий.
}
photos-twins = { $count ->
    [one] { $count } фотография уже есть в релизе; добавлено: { $attached }.
    [few] { $count } фотографии уже есть в релизе; добавлено: { $attached }.
   *[many] { $count } фотографий уже есть в релизе; добавлено: { $attached }.
}
field-end-photo-unseen = В конце – этот стиль фото там не показывает
