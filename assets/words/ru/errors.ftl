# Что не так: что случилось, почему, что делать, путь в конце.
error-in-file = { $what } { $next } { $path }
error-because = { $doing }: { $why }.

# Что не получилось.
error-open-release = Не удалось открыть релиз
error-open-house = Не удалось открыть организацию
error-save-release = Не удалось сохранить релиз
error-save-over = Другой релиз не заменён
error-write-release = Не удалось записать релиз
error-export = Не удалось экспортировать
error-not-exported = Экспорт не выполнен
error-add-photo = Не удалось добавить фото
error-attach-photo = Не удалось приложить фото
error-read-photo = Не удалось прочитать фото
error-read-logo = Не удалось прочитать логотип
error-read-fields = Не удалось прочитать поля
error-find-name = Не удалось узнать имя папки
error-keep-preferences = Не удалось сохранить ваши настройки
error-make-sample = Не удалось создать образец релиза

# Почему система этого не сделала и что делать.
error-nothing-there = такого файла или папки нет
error-nothing-there-next = Проверьте имя или выберите другое место.
error-not-allowed = у вас нет прав на чтение или запись
error-not-allowed-next = Выберите другую папку или обратитесь к владельцу этой.
error-disk-full = диск заполнен
error-disk-full-next = Освободите место или выберите другую папку.
error-too-large-for-disk = этот диск не принимает файлы такого размера
error-already-there = это место уже занято
error-file-for-folder = на месте папки находится файл
error-folder-for-file = на месте файла находится папка
error-bad-name = эта система не допускает такого имени
error-bad-name-next = Выберите имя короче или проще.
error-no-ordinary-file = это не обычный файл
error-said = { $said }
error-again-or-elsewhere = Попробуйте ещё раз или выберите другую папку.
error-choose-folder = Выберите другую папку.
error-choose-name = Выберите другое имя.
error-report = Пожалуйста, сообщите об этой ошибке разработчикам.

# Файлы не в порядке.
error-larger = файл больше { $megabytes } МБ
error-larger-release-next = Он повреждён или создан не этой программой; откройте более раннюю копию.
error-would-be-larger = он стал бы больше { $megabytes } МБ, и его нельзя было бы открыть снова
error-would-be-larger-next = Сократите вставленный текст.
error-no-edition = в нём нет версии ни на одном языке
error-no-edition-next = Откройте более раннюю копию или добавьте версию в текстовом редакторе.
error-not-text = файл повреждён: это не текст
error-empty = файл пуст
error-newer = его создала более новая версия Dateline (формат { $format }, эта читает { $known })
error-newer-next = Обновите Dateline или попросите отправителя экспортировать релиз.
error-format-0 = файл повреждён: формата 0 не бывает
error-format-0-next = Откройте более раннюю копию или исправьте это число в текстовом редакторе.
error-damaged = файл повреждён в строке { $line }, столбце { $column } ({ $said })
error-damaged-next = Откройте более раннюю копию или исправьте эту строку в текстовом редакторе.
error-earlier-copy = Откройте более раннюю копию.
error-pdf-damaged = PDF повреждён
error-pdf-larger-next = Экспортируйте релиз в PDF ещё раз, вложив в него сам релиз.
error-pdf-empty = в этом PDF нет релиза
error-pdf-empty-next = Откройте сам релиз или PDF, который экспортирован с вложенным релизом.
error-name-taken = файл с таким именем уже есть
error-name-taken-next = Выберите другую папку или разрешите замену.
error-release-there = здесь уже есть релиз
error-photo-larger-next = Выберите копию меньшего размера.
error-photo-folder-leads-out = его папка – это ссылка, которая ведёт за пределы релиза
error-photo-folder-leads-out-next = Создайте на её месте обычную папку.
error-photo-no-name-free = не осталось свободных имён
error-photo-no-name-free-next = Сначала переименуйте фото.
error-photo-name = у фото { $number } указано «{ $name }», а это не просто имя файла
error-photo-name-next = Положите фото в папку «{ $folder }» и укажите только его имя.

# Организации.
error-no-house = Организации «{ $name }» нет.
error-no-house-next = Выберите одну из: { $known }, или положите { $name }.ron в папку «houses» над релизом.
error-house = Организация «{ $name }», { $why }.
error-house-next = Исправьте это место в её файле.
error-house-pattern = язык { $lang }, { $field }, { $why }
error-house-letterhead = бланк, { $field }: { $why }
error-letterhead-number = укажите число от { $least } до { $most }
error-letterhead-room = оставьте для текста не меньше { $millimetres } мм
error-pattern = знак { $place }: { $why }
error-pattern-unknown-name = здесь нет { $name }; этот шаблон знает { $known }
error-pattern-closes-bracket = «]» ничего не закрывает; чтобы получить сам знак, напишите \]
error-pattern-closes-brace = «{"}"}» ничего не закрывает; чтобы получить сам знак, напишите \{"}"}
error-pattern-open-bracket = «[» не закрыта; чтобы получить сам знак, напишите \[
error-pattern-open-brace = «{"{"}» не закрыта; чтобы получить сам знак, напишите \{"{"}
error-pattern-backslash = обратная косая черта стоит только перед {"{"} {"}"} [ ] | \
error-pattern-too-deep = слишком много скобок внутри друг друга
error-pattern-no-name = «{ $name }» – не имя: в имени бывают буквы от a до z и _
error-no-language = «{ $tag }» – не код языка; напишите, например, kk, ru, en или de-AT

# Логотип и фото на странице.
error-logo-larger-next = Выберите логотип меньшего размера.
error-logo-name = Логотип организации указан как «{ $name }», а это не просто имя файла. Положите его рядом с файлом организации.
error-logo-gone = Логотипа организации «{ $name }» нет на месте. Положите его рядом с файлом организации.
error-logo-in-file = { $why } { $path }
error-photo-gone = Файла нет на месте; приложите фото ещё раз или удалите его.
error-photo-empty = Файл фото пуст. Скопируйте его ещё раз оттуда, где взяли.
error-photo-other-kind = Этот файл – { $kind }, показать его здесь нельзя. { $next }
error-photo-no-photo = Этот файл не фото: не JPEG, не PNG, не WebP и не TIFF. Сначала сохраните фото как JPEG.
error-photo-drawing = Этот файл – рисунок SVG, а не фото. Сначала сохраните его как PNG.
error-photo-cut-off = Фото обрезано: не хватает его конца. Скопируйте его ещё раз оттуда, где взяли.
error-photo-broken = Фото повреждено: { $why }. Скопируйте его ещё раз или откройте и сохраните как JPEG.
error-photo-rare = Фото сохранено редким способом: { $why }. Откройте его и сохраните как обычный JPEG.
error-photo-too-large = Фото слишком большое: { $width } × { $height } пикселей. Сначала сохраните копию поменьше.
error-logo = Логотип нельзя использовать: { $why }. Сохраните его как простой SVG или как PNG.

# Чем оказался файл вместо фото.
error-kind-heif = фото HEIC
error-kind-avif = фото AVIF
error-kind-raw = RAW-файл камеры
error-kind-gif = картинка GIF
error-kind-bmp = картинка BMP
error-kind-photoshop = файл Photoshop
error-kind-pdf = документ PDF
error-kind-postscript = файл EPS или PostScript
error-kind-eps = файл EPS
error-kind-jpeg-xl = фото JPEG XL
error-kind-jpeg-2000 = фото JPEG 2000
error-kind-compressed = сжатый файл
error-kind-zip = архив ZIP или офисный документ
error-kind-film = видео

# Что с этим делать.
error-kind-next = Сначала сохраните его как JPEG.
error-kind-next-phone = Откройте его на телефоне или компьютере, откуда он взят, и сохраните как JPEG. На iPhone: «Настройки» → «Камера» → «Форматы» → «Наиболее совместимые» – тогда снимки сразу будут в JPEG.
error-kind-next-raw = Проявите его в программе производителя камеры или в фоторедакторе и экспортируйте как JPEG либо возьмите JPEG, который камера сохранила рядом.
error-kind-next-film = Сохраните из него стоп-кадр как JPEG.
error-kind-next-unpack = Распакуйте его и приложите фото, которые в нём лежат.

# Как повреждено фото или чем редок его способ хранения.
error-photo-two-frames = в нём два кадра
error-photo-frame-missing = в нём нет кадра
error-photo-frame-unsound = его кадр составлен неверно
error-photo-no-picture = в нём нет изображения
error-photo-segment-unsound = у одного из сегментов нет длины
error-photo-table-unsound = одна из таблиц составлена неверно
error-photo-scan-empty = один из проходов пуст
error-photo-scan-unsound = один из проходов составлен неверно
error-photo-profile-unsound = его цветовой профиль составлен неверно
error-photo-pixels-missing = не хватает большинства пикселей
error-photo-hollow = в нём заявлено { $width } × { $height } пикселей, а данных для них почти нет
error-photo-many-words = описание или профиль в нём распаковываются в слишком большой объём
error-photo-big-tiff = это BigTIFF – вид TIFF для файлов больше 4 ГБ
error-photo-tags-unsound = его теги составлены неверно
error-photo-no-pixels = в нём нет пикселей
error-photo-cannot-scale = его пиксели нельзя масштабировать
error-photo-not-filled = пиксели не заполняют его
error-photo-rare-coding = его JPEG – без потерь, послойный или с арифметическим кодированием
error-photo-many-scans = в нём больше { $most } проходов
error-photo-late-height = его высота записана после пикселей
error-photo-bits = в его JPEG { $bits } бит, а не 8

# Почему рисунок логотипа не принят.
error-logo-larger = он больше 1 МБ
error-logo-not-utf8 = его буквы не в UTF-8
error-logo-many-attributes = у одного из элементов больше { $most } атрибутов
error-logo-doctype = в нём есть DOCTYPE
error-logo-many-parts = в нём слишком много частей
error-logo-ill-formed = его SVG составлен неверно ({ $said })
error-logo-no-svg = это не рисунок SVG
error-logo-deep = его части вложены глубже { $most } уровней
error-logo-names-outside = он ссылается на внешнюю таблицу стилей или программу
error-logo-holds = в нём есть <{ $element }>
error-logo-refers-outside = он ссылается на что-то за своими пределами
error-logo-program = в нём есть программа ({ $name })
error-logo-bad-size = его ширина или высота не имеет смысла
error-logo-no-size = в нём нет ни viewBox, ни ширины и высоты
error-logo-same-id = у двух его частей один и тот же id
error-logo-shows-itself = одна из его частей показывает сама себя
error-logo-deep-references = его ссылки ведут слишком глубоко
error-logo-repeats = он слишком часто повторяет свои части
error-logo-sheet-elements = в его таблице стилей есть элементы
error-logo-sheet-refers = его таблица стилей ссылается на то, что не является градиентом
error-logo-hidden-letters = в его стилях есть скрытые буквы
error-logo-styles-outside = его стили ссылаются на что-то за его пределами

# Страницы и экспорт.
error-page-too-long = Страница верстается слишком долго. Сократите самый длинный абзац или разделите релиз.
error-page-fault = Страницу не удалось сверстать ({ $said }). Пожалуйста, сообщите об этой ошибке разработчикам.
error-export-page = Не удалось экспортировать. { $why }
error-export-picture = Не удалось экспортировать: на странице нельзя показать { $picture }. { $why }
error-export-logo = логотип
error-export-photo = фото «{ $file }»
error-export-fault = Не удалось экспортировать: файл не записан. Пожалуйста, сообщите об этой ошибке разработчикам.

# Чего не хватает экспорту.
warning-in-file = { $file }: { $warning }
warning-no-promise = PDF не отвечает требованиям архивов и программ чтения с экрана (PDF/A, PDF/UA). { $why }
warning-and = { $one } { $other }
warning-no-alt = У фото «{ $file }» нет описания для незрячих.
warning-letters = Ни в одном шрифте программы нет этих букв: { $letters }.
warning-standard = Часть страницы не соответствует стандарту.
