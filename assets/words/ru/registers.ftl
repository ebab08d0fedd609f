# Люди и контакты редакции.
error-open-register = Не удалось прочитать справочник
error-save-register = Не удалось сохранить справочник
error-register-busy = его непрерывно меняют другие
error-register-busy-next = Повторите через минуту.

finding-speaker-name-in-register = { $name }: в справочнике имя пишется иначе – «{ $known }».
finding-speaker-title-in-register = { $speaker }: в справочнике на дату релиза другая должность – «{ $known }».
finding-speaker-title-ended = { $speaker }: должность «{ $title }» к дате релиза уже не действовала.
fix-take-from-register = Взять «{ $words }»

command-people = Люди…
command-contacts = Контакты…
command-take-person = Взять из справочника
command-take-contact = Взять из справочника
command-register = Добавить в справочник
command-register-speakers = Добавить спикеров в справочник
command-register-contacts = Добавить контакты в справочник
command-update-speakers = Обновить по справочнику
command-edit-entry = Изменить
command-new-entry = Новая запись
command-keep-entry = Сохранить
command-remove-entry = Убрать

register-title = Люди и контакты
register-people = Люди
register-contacts = Контакты
register-find = Поиск по нескольким буквам
register-in-picker = В справочнике
register-pick-person = Из справочника…
register-pick-contact = Из справочника…
register-speaker = Спикер { $number }: добавить в справочник
register-contact = Контакт { $number }: добавить в справочник
tip-register = В следующий раз найдётся по нескольким буквам
speaker-introduced = Спикер { $number }: как представлять
register-new-person = Новый человек
register-new-contact = Новый контакт
register-nobody = Пока никого. Добавьте человека здесь или из релиза.
register-no-contacts = Контактов пока нет. Добавьте контакт здесь или из релиза.
register-nothing-found = Ничего не найдено
register-choose-person = Выберите человека в списке или добавьте нового.
register-choose-contact = Выберите контакт в списке или добавьте новый.
register-lacks = { $field }: нет на языке { $language }
register-missing = { $language }: не заполнено
register-back = К списку
register-outdated =
    { $count ->
        [one] { $count } спикер открытого релиза записан иначе, чем в справочнике.
        [few] { $count } спикера открытого релиза записаны иначе, чем в справочнике.
       *[many] { $count } спикеров открытого релиза записаны иначе, чем в справочнике.
    }
register-updated = Спикеры записаны как в справочнике
register-added = Добавлено в справочник
register-removed = Убрано из справочника
register-kept = Справочник сохранён
register-conflict = Эту запись тем временем изменил кто-то другой. Ваши правки ещё не сохранены. В справочнике сейчас:
register-take-theirs = Взять чужой вариант
register-add-title = + Должность
register-title-number = Должность { $number }
register-delete-title = Удалить должность { $number }
register-title-from = Должность { $number }: с какого дня
register-title-until = Должность { $number }: по какой день
field-title-from = С
field-title-until = По
field-introduced = Как представлять
tip-introduced = При цитатах, если должность слишком длинная
field-initials = С инициалами
tip-initials = Для подписей и списков: А. Примерова
field-person-photo = Фото: файл в папке редакции
