# Несколько человек в одной папке: у кого открыт релиз, как взять его себе и как из двух текстов сделать один.

command-take-over = Взять себе
command-only-read = Читать
command-ask-merge = Объединить тексты…
command-merge = Объединить
command-discard-copy = Убрать другой текст
command-hide-copies = Не сейчас

settings-name = Ваше имя
settings-name-hint = Его видят коллеги, когда релиз открыт у вас.

## У кого он открыт.

several-somebody = Другой сотрудник
several-who = { $name } ({ $machine })
several-reading = Вы читаете. Релиз открыт с { $since }, пишет { $who }
several-reading-free = Вы читаете. Релиз теперь свободен. Раньше он был открыт с { $since } у коллеги: { $who }
several-taken-over = Теперь релиз пишет { $who }, с { $since }. Набранное вами сохраняется в отдельной копии
several-others = Релиз открыт с { $since } ещё у одного сотрудника: { $who }. Сохраняются оба текста
several-question = Релиз уже открыт, пишет { $name }
several-question-since = { $who }, с { $since }
several-question-what = Вы можете читать его и видеть изменения. Если взять релиз себе, коллега узнает об этом, набранный текст у коллеги останется, и ничего не будет затёрто.
several-you-write = Теперь этот релиз пишете вы
several-kept-own = Ваш текст сохранён в копии рядом с релизом. { $path }
several-followed = Релиз изменил кто-то другой. Вы видите новый текст
several-open-by = Открыт, пишет { $name }
several-copies-sign = { $count ->
    [one] ещё { $count } текст
    [few] ещё { $count } текста
   *[many] ещё { $count } текстов
}

## Два текста.

several-copies = { $count ->
    [one] Рядом лежит ещё { $count } текст этого релиза
    [few] Рядом лежат ещё { $count } текста этого релиза
   *[many] Рядом лежат ещё { $count } текстов этого релиза
}
several-no-copies = Других текстов этого релиза рядом нет
several-merged = Тексты объединены. Другой текст останется, пока вы его не уберёте; отмена вернёт ваш
several-discarded = Другой текст теперь среди версий
several-merge-title = Объединение двух текстов
several-merge-same = Тексты не отличаются.
several-merge-apart = Изменения не пересекаются. Вот как они складываются вместе: проверьте и объедините.
several-merge-both = { $count ->
    [one] Одно и то же место ({ $count }) изменено в обоих текстах: выберите, что оставить. Остальное сложилось само.
    [few] В обоих текстах изменены { $count } места: выберите, что оставить. Остальное сложилось само.
   *[many] В обоих текстах изменено { $count } мест: выберите, что оставить. Остальное сложилось само.
}
several-merge-no-base = С какого текста начинали оба, неизвестно. Выберите в каждом месте, что оставить.
several-copy-ours = Копия, сохранённая Dateline: { $about }
several-copy-onedrive = Копия OneDrive: { $about }
several-copy-dropbox = Копия Dropbox или другой программы синхронизации: { $about }
several-copy-syncthing = Копия Syncthing: { $about }
several-all-mine = Всё моё
several-all-theirs = Всё из другого
several-here = В этом окне
several-there = Другой текст
several-mine = Моё
several-theirs = Из другого
several-both = Оба
several-changed-here = изменено в этом окне
several-changed-there = изменено в другом тексте
several-changed-both = изменено в обоих
several-same-words = Слова те же, настройки другие
several-kind = Вид
several-edition = Язык
several-order = Порядок частей
several-contacts = Контакты
