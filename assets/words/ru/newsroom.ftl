# Редакция: её папка, список релизов, поиск.

error-choose-newsroom = Не удалось сделать эту папку папкой редакции
error-newsroom-is-release = в ней лежит релиз
error-newsroom-is-release-next = Выберите папку, в которой лежат папки релизов.
error-place-release = Не удалось создать папку релиза
error-rename-release = Не удалось переименовать папку релиза
error-trash-release = Не удалось переместить релиз в корзину
error-restore-release = Не удалось вернуть релиз из корзины
error-keep-template = Не удалось сохранить шаблон
error-not-in-newsroom = он лежит не в этой редакции
error-not-in-newsroom-next = Выберите редакцию, в которой он лежит, или сначала переместите его сюда.
error-read-newsroom = Не удалось прочитать папку редакции
error-newsroom-away = папки нет на месте
error-newsroom-away-next = Подключите диск или снова выберите папку редакции. В списке показано то, что было в ней в последний раз.
error-keep-index = Не удалось обновить список релизов
error-search = Не удалось выполнить поиск по релизам
error-index-next = Запустите Dateline заново, и список будет составлен снова.

## Что можно попросить.

command-choose-newsroom = Выбрать редакцию…
command-use-newsroom = Перейти в эту редакцию
command-leave-newsroom = Работать без редакции
command-find-release = Найти релиз
command-show-releases = Релизы
command-show-templates = Создать по шаблону
command-show-trash = Корзина
command-new-from = Новый релиз на основе этого
command-keep-template = Сохранить как шаблон
command-rename-release = Переименовать папку…
command-trash-release = Переместить в корзину
command-restore-release = Вернуть из корзины

## Вопросы в окне.

dialog-newsroom = Выберите папку редакции
question-newsroom = Какая папка будет папкой редакции?
question-newsroom-hint = Все релизы из неё появятся в списке, кто бы их ни писал. Папка может лежать на общем диске.
question-newsroom-path = Папка редакции
question-newsroom-go = Выбрать эту папку
question-rename = Переименовать папку релиза
question-rename-name = Имя папки
question-rename-go = Переименовать
unsaved-before-trash = Сохранить его, прежде чем переместить в корзину?

## Что делается рядом с окном и что из этого вышло.

running-placing = Сохранение…
running-moving = Перемещение…
renamed-release = Переименовано. { $path }
trashed-release = Перемещено в корзину.
restored-release = Возвращено из корзины. { $path }
kept-template = Сохранено как шаблон. { $path }

## Список.

releases-search = Поиск по всем релизам
releases-show-filters = Показать фильтры
releases-hide-filters = Скрыть фильтры
releases-open = Открыть
releases-coming = Релиз загружается
releases-unread = { $count ->
    [one] Читается { $count } релиз…
    [few] Читаются { $count } релиза…
   *[many] Читаются { $count } релизов…
}
releases-found = { $count ->
    [one] Найден { $count } релиз
    [few] Найдены { $count } релиза
   *[many] Найдено { $count } релизов
}
releases-found-first = { $count ->
    [one] Показан первый { $count } релиз из найденных
    [few] Показаны первые { $count } релиза из найденных
   *[many] Показаны первые { $count } релизов из найденных
}
releases-none = Здесь пока нет релизов. Начните новый или положите в папку редакции папки прежних релизов.
releases-none-found = Ничего не найдено. Сократите запрос или уберите фильтр.
releases-no-templates = Шаблонов пока нет. Откройте релиз, который будет образцом для других, и выберите в меню «Сохранить как шаблон».
releases-no-trash = Корзина пуста.
releases-day = { $day } { $month }
releases-day-of-year = { $day } { $month } { $year }
release-faulty = Не читается; откройте, чтобы узнать почему
filter-any = Любой
filter-language = Язык
filter-status = Статус
filter-speaker = Спикер
filter-since = С даты
filter-until = По дату
shelf-templates = Шаблоны
shelf-templates-hint = Выберите, с какого начать.
shelf-trash = Корзина
shelf-trash-hint = Чтобы вернуть релиз, нажмите на него правой кнопкой.
shelf-back = К списку релизов
newsroom-named = Редакция { $name }
newsroom-switch = Перейти в { $name }
