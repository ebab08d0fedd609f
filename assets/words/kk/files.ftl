# Opening, saving, the list of releases, the export, copying, faults.

## What a person can ask for.

command-toggle-library = Релиздер тізімін көрсету немесе жасыру
command-forget-recent = Тізімнен алып тастау
command-copy-rich = Безендірілуімен көшіру
command-copy-markdown = Markdown көшіру
command-copy-block = Блокты көшіру
command-stop-export = Тоқтату
command-show-exported = Файлдарды көрсету
command-open-file = Ашу
command-show-in-folder = Қалтада көрсету
command-copy-path = Жолын көшіру
command-copy-report = Есепті көшіру
command-dismiss-report = Жабу

## What runs beside the window.

running-opening = Ашылуда…
running-saving = Сақталуда…
running-exporting = Экспортталуда…
running-printing = Басып шығарылуда…
running-dialog = Таңдау терезесі күтілуде…

## The dialogs of the system.

dialog-open = Релизді ашу
dialog-releases = Dateline релиздері және ішінде релизі бар PDF
dialog-photos = Фотосуреттерді тіркеу
dialog-pictures = Суреттер
dialog-save = Бұл релиз қайда сақталсын?
dialog-folder = Қалтаны таңдаңыз
dialog-nobody = Бұл жүйеде файл таңдау терезесі жоқ. Жолын қолмен енгізіңіз.

## Questions in the window.

question-open = Релизді ашу
question-open-path = Релиздің қалтасы немесе файлы
question-open-go = Ашу
question-save = Бұл релиз қайда сақталсын?
question-save-path = Релиздің қалтасы
question-save-go = Осында сақтау
question-photos = Фотосуреттерді тіркеу
question-photos-path = Сурет
question-photos-go = Тіркеу
question-new = Қай тілде жазасыз?
question-new-go = Бастау
question-edition = Тіл қосу
question-edition-go = Қосу
question-language = Немесе басқа тілдің коды
question-unsaved = Бұл релиз сақталмаған
unsaved-before-new = Жаңа релизді бастамас бұрын оны сақтайсыз ба?
unsaved-before-sample = Үлгіні қарамас бұрын оны сақтайсыз ба?
unsaved-before-open = Басқа релизді ашпас бұрын оны сақтайсыз ба?
unsaved-before-close = Жаппас бұрын оны сақтайсыз ба?
unsaved-before-quit = Шықпас бұрын оны сақтайсыз ба?

## The list of releases.

library-new = + Жаңа релиз
library-empty = Сіз ашқан немесе сақтаған релиздер осы жерде тұрады.
library-untitled = Тақырыпсыз релиз
library-gone = Орнында жоқ: көшірілген, аты өзгертілген немесе жойылған
library-forget = «{ $headline }» релизін тізімнен алып тастау
library-ahead = Алда
library-today = Бүгін
library-yesterday = Кеше
library-this-week = Осы аптада
library-earlier = Бұрын

## The empty desk.

welcome-promise = Баспасөз релиздері: алғашқы сөзден дайын бетке дейін
welcome-new = Сіз жазатын тілдегі бос форма
welcome-open = release.ron файлы немесе ішінде релизі бар PDF; оны осында сүйреп әкелуге де болады
welcome-sample = Үш тілдегі дайын релиз, дәйексөздерімен және фотосуреттерімен
welcome-recent = Соңғы релиздер

## Files that are dropped.

drop-to-open = Релизді ашу үшін жіберіңіз
drop-to-attach = Фотосуреттерді тіркеу үшін жіберіңіз
drop-either = Релизді ашу немесе фотосуреттерді тіркеу үшін жіберіңіз
drop-photos-nowhere = Алдымен релизді бастаңыз немесе ашыңыз, содан кейін оған фотосуреттерді тіркеуге болады.
drop-unknown = Бұл релиз де, сурет те емес. release.ron файлын, ішінде релизі бар PDF-ті немесе фотосуреттерді сүйреп апарыңыз. { $path }

## Saving and languages.

saved = Сақталды. { $path }
language-already-there = Бұл тілдегі нұсқа бұрыннан бар ({ $lang }).

## The export.

export-heading = Экспорт
export-formats = Пішімдер
export-languages = Тілдер
export-source = PDF ішіне релиздің өзін салу
export-lines = Жай мәтіннің жолдары
export-lines-paragraphs = Әр абзац бір жолда
export-lines-wrapped = Жолда 72 таңба
export-lines-paged = A4 беттері
export-folder = Файлдар қалтасы
export-copy-instead = Немесе жай ғана көшіріп алу
format-markdown = Markdown (md)
format-text = Жай мәтін (txt)
format-html = Веб-бет (html)
format-pdf = PDF (pdf)
format-png = Бірінші беттің суреті (png)
export-in-the-way = { $count } файл қалтада бұрыннан бар
export-replace = Ауыстыру
export-elsewhere = Басқа қалтаны таңдау
export-running = Экспортталуда
export-progress = { $total } ішінен { $number }: { $name }
export-stopping = Тоқтатылуда…
export-meanwhile = Жаза беру
export-done = { $count } файл дайын
export-left = Тоқтатылды: { $count } файл жазылмады
export-close = Жабу
export-open-named = { $name } файлын ашу
export-show-named = { $name } файлын қалтасында көрсету
export-copy-path-named = { $name } файлының жолын көшіру
exported = { $count } файл экспортталды. { $folder }
exported-stopped = { $count } файл экспортталды, қалғаны ({ $left }) жазылмады: экспорт тоқтатылды. { $folder }
exported-nothing = Экспорт тоқтатылды: бірде-бір файл жазылмады.
no-program-answers = Мұны ашатын бағдарлама табылмады. Өзіңіз ашыңыз. { $path }

## Printing.

print-nothing = Басып шығаратын ештеңе жоқ.
print-no-viewer = PDF ашатын бағдарлама табылмады. Файлды өзіңіз ашып, басып шығарыңыз. { $path }
print-handed-over = PDF басқа бағдарламада ашылды, оны сол жерден басып шығаруға болады. { $path }

## Copying.

copied-rich = Тақырыптарымен, ерекшеленген сөздерімен және сілтемелерімен көшірілді.
copied-text = Жай мәтін түрінде көшірілді.
copied-markdown = Markdown пішімінде көшірілді.
copied-block = Блок көшірілді.
copied-path = Жолы көшірілді.
copied-report = Есеп көшірілді. Онда сіз жазған мәтін жоқ.
copied-plain-only = Жүйе безендірілген мәтінді қабылдамайды, сондықтан жай мәтін көшірілді.
copy-nothing = Әзірге көшіретін ештеңе жоқ.

## Faults of the program.

job-failed = Бағдарламаның бір бөлігінде ақау шықты. Жазғаныңыз орнында. Релизді сақтап, қайталап көріңіз.
fault-last-time = Өткен жолы бағдарлама кенет тоқтап қалды
fault-now = Бағдарламаның бір бөлігінде ақау шықты. Есепте оның орны көрсетілген, сіз жазған мәтін жоқ.
fault-stopped = Бағдарлама кенет тоқтап қалды
fault-stopped-unsaved = Жазғаныңыз әлі осында. Релизді сақтап, Dateline бағдарламасын қайта іске қосыңыз.
fault-stopped-saved = Бәрі сақталған. Dateline бағдарламасын қайта іске қосыңыз.

## Where no window opens.

window-failed = Терезені ашу мүмкін болмады ({ $why }). Бейнекарта драйверін жаңартыңыз немесе пәрмен жолын пайдаланыңыз: dateline --help.
window-failed-wgpu = Терезені ашу мүмкін болмады ({ $why }). dateline --renderer glow пәрменін байқап көріңіз немесе бейнекарта драйверін жаңартыңыз.
window-failed-glow = Терезені ашу мүмкін болмады ({ $why }). dateline --renderer wgpu пәрменін байқап көріңіз немесе бейнекарта драйверін жаңартыңыз.
