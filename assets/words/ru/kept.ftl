# What was typed and is kept: the journal, saving by itself, copies of what others wrote, versions.

error-keep-journal = Не удалось записать набранное на случай сбоя

journal-gone = Набранное больше не записывается на случай сбоя. Сохраните релиз и запустите Dateline снова
error-keep-version = Не удалось сохранить версию

kept-recovered = Релиз открыт таким, каким вы его оставили. Ничего не потеряно
kept-recovered-beside = Здесь то, что вы набрали. Файл с тех пор изменил кто-то другой; когда вы продолжите, его текст сохранится рядом отдельной копией
kept-conflict = Файл изменил кто-то другой. Ваш текст сохранён, чужой оставлен копией. { $path }
kept-trouble = Ваш текст здесь в сохранности, Dateline продолжает попытки сохранить его. { $why }
kept-trouble-both = Ваш текст есть только в этом окне, не закрывайте его. { $journal } { $why }

bar-saving = Сохранение…

## Versions.

command-versions = Версии…
command-compare-version = Сравнить с этой версией
command-restore-version = Восстановить эту версию
command-name-version = Назвать эту версию
versions-title = Версии
versions-none = Предыдущих версий пока нет. Они появляются по ходу работы и при каждом сохранении.
versions-choose = Выберите версию, чтобы сравнить её с нынешним текстом.
versions-kept = { $when } · сохранена
versions-named = { $when } · { $name }
versions-name = Название
versions-same = Эта версия не отличается от нынешнего текста.
versions-then = Было
versions-now = Стало
version-restored = Версия восстановлена. Прежний текст вернёт отмена
