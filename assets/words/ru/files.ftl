# Opening, saving, the list of releases, the export, copying, faults.

## What a person can ask for.

command-toggle-library = Показать или скрыть список релизов
command-forget-recent = Убрать из списка
command-copy-rich = Копировать с оформлением
command-copy-markdown = Копировать Markdown
command-copy-block = Копировать блок
command-stop-export = Остановить
command-show-exported = Показать файлы
command-open-file = Открыть
command-show-in-folder = Показать в папке
command-copy-path = Копировать путь
command-copy-report = Копировать отчёт
command-dismiss-report = Закрыть

## What runs beside the window.

running-opening = Открывается…
running-saving = Сохраняется…
running-exporting = Идёт экспорт…
running-printing = Печатается…
running-dialog = Ожидается окно выбора…

## The dialogs of the system.

dialog-open = Открыть релиз
dialog-releases = Релизы Dateline и PDF с релизом внутри
dialog-photos = Прикрепить фотографии
dialog-pictures = Изображения
dialog-save = Где хранить этот релиз?
dialog-folder = Выберите папку
dialog-nobody = В этой системе нет окна выбора файлов. Введите путь вручную.

## Questions in the window.

question-open = Открыть релиз
question-open-path = Папка или файл релиза
question-open-go = Открыть
question-save = Где хранить этот релиз?
question-save-path = Папка релиза
question-save-go = Сохранить здесь
question-photos = Прикрепить фотографии
question-photos-path = Изображение
question-photos-go = Прикрепить
question-new = На каком языке вы пишете?
question-new-go = Начать
question-edition = Добавить язык
question-edition-go = Добавить
question-language = Или код другого языка
question-unsaved = Этот релиз не сохранён
unsaved-before-new = Сохранить его, прежде чем начать новый релиз?
unsaved-before-sample = Сохранить его, прежде чем посмотреть пример?
unsaved-before-open = Сохранить его, прежде чем открыть другой релиз?
unsaved-before-close = Сохранить его перед закрытием?
unsaved-before-quit = Сохранить его перед выходом?

## The list of releases.

library-new = + Новый релиз
library-empty = Здесь появятся релизы, которые вы откроете или сохраните.
library-untitled = Релиз без заголовка
library-gone = Больше нет на месте: перемещён, переименован или удалён
library-forget = Убрать «{ $headline }» из списка
library-ahead = Предстоит
library-today = Сегодня
library-yesterday = Вчера
library-this-week = На этой неделе
library-earlier = Раньше

## The empty desk.

welcome-promise = Пресс-релизы от первого слова до готовой страницы
welcome-new = Пустая форма на языке, на котором вы пишете
welcome-open = Файл release.ron или PDF с релизом внутри; его можно и перетащить сюда
welcome-sample = Готовый релиз на трёх языках, с цитатами и фотографиями
welcome-recent = Недавние релизы

## Files that are dropped.

drop-to-open = Отпустите, чтобы открыть релиз
drop-to-attach = Отпустите, чтобы прикрепить фотографии
drop-either = Отпустите, чтобы открыть релиз или прикрепить фотографии
drop-photos-nowhere = Сначала начните или откройте релиз, потом к нему можно прикрепить фотографии.
drop-unknown = Это не релиз и не изображение. Перетащите release.ron, PDF с релизом внутри или фотографии. { $path }

## Saving and languages.

saved = Сохранено. { $path }
language-already-there = Версия на этом языке уже есть ({ $lang }).

## The export.

export-heading = Экспорт
export-formats = Форматы
export-languages = Языки
export-source = Вложить в PDF сам релиз
export-lines = Строки простого текста
export-lines-paragraphs = Абзац в одну строку
export-lines-wrapped = 72 знака в строке
export-lines-paged = Страницы A4
export-folder = Папка для файлов
export-copy-instead = Или просто скопировать
format-markdown = Markdown (md)
format-text = Простой текст (txt)
format-html = Веб-страница (html)
format-pdf = PDF (pdf)
format-png = Картинка первой страницы (png)
export-in-the-way = { $count ->
    [one] { $count } файл уже есть в папке
    [few] { $count } файла уже есть в папке
   *[many] { $count } файлов уже есть в папке
}
export-replace = Заменить
export-elsewhere = Выбрать другую папку
export-running = Идёт экспорт
export-progress = { $number } из { $total }: { $name }
export-stopping = Останавливается…
export-meanwhile = Писать дальше
export-done = { $count ->
    [one] Готов { $count } файл
    [few] Готовы { $count } файла
   *[many] Готово { $count } файлов
}
export-left = { $count ->
    [one] Остановлено: { $count } файл не записан
    [few] Остановлено: { $count } файла не записаны
   *[many] Остановлено: { $count } файлов не записано
}
export-close = Закрыть
export-open-named = Открыть { $name }
export-show-named = Показать { $name } в папке
export-copy-path-named = Копировать путь к { $name }
exported = { $count ->
    [one] Экспортирован { $count } файл. { $folder }
    [few] Экспортированы { $count } файла. { $folder }
   *[many] Экспортировано { $count } файлов. { $folder }
}
exported-stopped = { $count ->
    [one] Экспортирован { $count } файл, остальные ({ $left }) не записаны: экспорт остановлен. { $folder }
    [few] Экспортированы { $count } файла, остальные ({ $left }) не записаны: экспорт остановлен. { $folder }
   *[many] Экспортировано { $count } файлов, остальные ({ $left }) не записаны: экспорт остановлен. { $folder }
}
exported-nothing = Экспорт остановлен: ни один файл не записан.
no-program-answers = Нет программы, которая это откроет. Откройте сами. { $path }

## Printing.

print-nothing = Печатать нечего.
print-no-viewer = Нет программы для PDF. Откройте файл сами и напечатайте его. { $path }
print-handed-over = PDF открыт в другой программе, из неё его можно напечатать. { $path }

## Copying.

copied-rich = Скопировано с заголовками, выделением и ссылками.
copied-text = Скопировано простым текстом.
copied-markdown = Скопировано в формате Markdown.
copied-block = Блок скопирован.
copied-path = Путь скопирован.
copied-report = Отчёт скопирован. В нём нет ничего из того, что вы писали.
copied-plain-only = Система не принимает текст с оформлением, поэтому скопирован простой текст.
copy-nothing = Копировать пока нечего.

## Faults of the program.

job-failed = Сбой в одной из частей программы. Всё, что вы написали, на месте. Сохраните релиз и попробуйте ещё раз.
fault-last-time = В прошлый раз программа неожиданно остановилась
fault-now = Сбой в одной из частей программы. В отчёте сказано где, и в нём нет ничего из того, что вы писали.
fault-stopped = Программа неожиданно остановилась
fault-stopped-unsaved = Всё, что вы написали, ещё здесь. Сохраните релиз и запустите Dateline заново.
fault-stopped-saved = Всё сохранено. Запустите Dateline заново.

## Where no window opens.

window-failed = Не удалось открыть окно ({ $why }). Обновите драйвер видеокарты или используйте командную строку: dateline --help.
window-failed-wgpu = Не удалось открыть окно ({ $why }). Попробуйте dateline --renderer glow или обновите драйвер видеокарты.
window-failed-glow = Не удалось открыть окно ({ $why }). Попробуйте dateline --renderer wgpu или обновите драйвер видеокарты.
