# Не болды: не істелмеді, неге, енді не істеу керек, жолы соңында.
error-in-file = { $what } { $next } { $path }
error-because = { $doing }: { $why }.

# Не істелмеді.
error-open-release = Релизді ашу мүмкін болмады
error-open-house = Ұйымды ашу мүмкін болмады
error-save-release = Релизді сақтау мүмкін болмады
error-save-over = Басқа релиз алмастырылған жоқ
error-write-release = Релизді жазу мүмкін болмады
error-export = Экспорттау мүмкін болмады
error-not-exported = Экспортталған жоқ
error-add-photo = Фотоны қосу мүмкін болмады
error-attach-photo = Фотоны тіркеу мүмкін болмады
error-read-photo = Фотоны оқу мүмкін болмады
error-read-logo = Логотипті оқу мүмкін болмады
error-read-fields = Өрістерді оқу мүмкін болмады
error-find-name = Қалтаның атын анықтау мүмкін болмады
error-keep-preferences = Баптауларыңызды сақтау мүмкін болмады
error-make-sample = Үлгі релизді жасау мүмкін болмады

# Жүйе неге орындамады және енді не істеу керек.
error-nothing-there = мұндай файл немесе қалта жоқ
error-nothing-there-next = Атын тексеріңіз немесе басқа орын таңдаңыз.
error-not-allowed = мұнда оқуға немесе жазуға рұқсатыңыз жоқ
error-not-allowed-next = Басқа қалта таңдаңыз немесе осы қалтаның иесіне хабарласыңыз.
error-disk-full = дискіде бос орын қалмады
error-disk-full-next = Орын босатыңыз немесе басқа қалта таңдаңыз.
error-too-large-for-disk = бұл диск мұндай көлемді файлды қабылдамайды
error-already-there = бұл орын бос емес
error-file-for-folder = қалтаның орнында файл тұр
error-folder-for-file = файлдың орнында қалта тұр
error-bad-name = бұл жүйе мұндай атты қабылдамайды
error-bad-name-next = Қысқарақ немесе қарапайым ат таңдаңыз.
error-no-ordinary-file = бұл кәдімгі файл емес
error-said = { $said }
error-again-or-elsewhere = Қайталап көріңіз немесе басқа қалта таңдаңыз.
error-choose-folder = Басқа қалта таңдаңыз.
error-choose-name = Басқа ат таңдаңыз.
error-report = Бұл қате туралы әзірлеушілерге хабарлаңыз.

# Файлдар дұрыс емес.
error-larger = файл { $megabytes } МБ-тан үлкен
error-larger-release-next = Ол бүлінген немесе осы бағдарламаның файлы емес; бұрынғы көшірмесін ашыңыз.
error-would-be-larger = ол { $megabytes } МБ-тан асып, қайта ашылмай қалар еді
error-would-be-larger-next = Қойылған мәтінді қысқартыңыз.
error-no-edition = онда бірде-бір тілдегі нұсқа жоқ
error-no-edition-next = Бұрынғы көшірмесін ашыңыз немесе мәтін редакторында нұсқа қосыңыз.
error-not-text = файл бүлінген: бұл мәтін емес
error-empty = файл бос
error-newer = оны Dateline бағдарламасының жаңарақ нұсқасы жасаған ({ $format } пішімі, бұл нұсқа { $known } пішімін оқиды)
error-newer-next = Dateline бағдарламасын жаңартыңыз немесе жіберушіден экспортталған файл сұраңыз.
error-format-0 = файл бүлінген: 0 пішімі болмайды
error-format-0-next = Бұрынғы көшірмесін ашыңыз немесе осы санды мәтін редакторында түзетіңіз.
error-damaged = файл { $line }-жолда, { $column }-бағанда бүлінген ({ $said })
error-damaged-next = Бұрынғы көшірмесін ашыңыз немесе осы жолды мәтін редакторында түзетіңіз.
error-earlier-copy = Бұрынғы көшірмесін ашыңыз.
error-pdf-damaged = PDF бүлінген
error-pdf-larger-next = Релизді ішіне салып, PDF етіп қайта экспорттаңыз.
error-pdf-empty = бұл PDF ішінде релиз жоқ
error-pdf-empty-next = Релиздің өзін немесе релиз ішіне салынған PDF файлын ашыңыз.
error-name-taken = мұндай атты файл бар
error-name-taken-next = Басқа қалта таңдаңыз немесе алмастыруға рұқсат беріңіз.
error-release-there = мұнда релиз бар
error-photo-larger-next = Кішірек көшірмесін таңдаңыз.
error-photo-folder-leads-out = оның қалтасы – релизден тысқа апаратын сілтеме
error-photo-folder-leads-out-next = Оның орнына кәдімгі қалта жасаңыз.
error-photo-no-name-free = бос ат қалмады
error-photo-no-name-free-next = Алдымен фотоның атын өзгертіңіз.
error-photo-name = { $number }-фотоға «{ $name }» деп көрсетілген, ол жай ғана файл аты емес
error-photo-name-next = Фотоны «{ $folder }» қалтасына салып, тек атын жазыңыз.

# Ұйымдар.
error-no-house = «{ $name }» деген ұйым жоқ.
error-no-house-next = Мыналардың бірін таңдаңыз: { $known }, немесе { $name }.ron файлын релизден жоғары тұрған «houses» қалтасына салыңыз.
error-house = «{ $name }» ұйымы, { $why }.
error-house-next = Файлдағы осы жерді түзетіңіз.
error-house-pattern = { $lang } тілі, { $field }, { $why }
error-house-letterhead = бланк, { $field }: { $why }
error-letterhead-number = { $least } мен { $most } аралығындағы санды жазыңыз
error-letterhead-room = мәтінге кемінде { $millimetres } мм қалдырыңыз
error-pattern = { $place }-таңба: { $why }
error-pattern-unknown-name = мұнда { $name } жоқ; бұл үлгі мыналарды біледі: { $known }
error-pattern-closes-bracket = «]» ештеңені жаппайды; таңбаның өзі керек болса, \] деп жазыңыз
error-pattern-closes-brace = «{"}"}» ештеңені жаппайды; таңбаның өзі керек болса, \{"}"} деп жазыңыз
error-pattern-open-bracket = «[» жабылмаған; таңбаның өзі керек болса, \[ деп жазыңыз
error-pattern-open-brace = «{"{"}» жабылмаған; таңбаның өзі керек болса, \{"{"} деп жазыңыз
error-pattern-backslash = кері қиғаш сызық тек мыналардың алдында тұрады: {"{"} {"}"} [ ] | \
error-pattern-too-deep = бірінің ішіндегі бірі жақшалар тым көп
error-pattern-no-name = «{ $name }» – ат емес: атта a мен z аралығындағы әріптер мен _ болады
error-no-language = «{ $tag }» – тіл коды емес; мысалы, kk, ru, en немесе de-AT деп жазыңыз

# Беттегі логотип пен фотолар.
error-logo-larger-next = Кішірек логотип таңдаңыз.
error-logo-name = Ұйымның логотипі «{ $name }» деп көрсетілген, ол жай ғана файл аты емес. Оны ұйымның файлымен қатар салыңыз.
error-logo-gone = Ұйымның «{ $name }» логотипі орнында жоқ. Оны ұйымның файлымен қатар салыңыз.
error-logo-in-file = { $why } { $path }
error-photo-gone = Файлы орнында жоқ; фотоны қайта тіркеңіз немесе жойыңыз.
error-photo-empty = Фото файлы бос. Оны алған жерден қайта көшіріңіз.
error-photo-other-kind = Бұл файл – { $kind }, оны мұнда көрсету мүмкін емес. { $next }
error-photo-no-photo = Бұл файл фото емес: JPEG те, PNG де, WebP те, TIFF те емес. Алдымен фотоны JPEG етіп сақтаңыз.
error-photo-drawing = Бұл файл – SVG суреті, фото емес. Алдымен PNG етіп сақтаңыз.
error-photo-cut-off = Фото толық емес: соңы жоқ. Оны алған жерден қайта көшіріңіз.
error-photo-broken = Фото бүлінген: { $why }. Оны қайта көшіріңіз немесе ашып, JPEG етіп сақтаңыз.
error-photo-rare = Фото сирек тәсілмен сақталған: { $why }. Оны ашып, кәдімгі JPEG етіп сақтаңыз.
error-photo-too-large = Фото тым үлкен: { $width } × { $height } пиксел. Алдымен кішірек көшірмесін сақтаңыз.
error-logo = Логотипті пайдалану мүмкін емес: { $why }. Оны қарапайым SVG немесе PNG етіп сақтаңыз.

# Фото орнына қандай файл екен.
error-kind-heif = HEIC фотосы
error-kind-avif = AVIF фотосы
error-kind-raw = камераның RAW файлы
error-kind-gif = GIF суреті
error-kind-bmp = BMP суреті
error-kind-photoshop = Photoshop файлы
error-kind-pdf = PDF құжаты
error-kind-postscript = EPS немесе PostScript файлы
error-kind-eps = EPS файлы
error-kind-jpeg-xl = JPEG XL фотосы
error-kind-jpeg-2000 = JPEG 2000 фотосы
error-kind-compressed = сығылған файл
error-kind-zip = ZIP мұрағаты немесе кеңсе құжаты
error-kind-film = бейне

# Не істеу керек.
error-kind-next = Алдымен оны JPEG етіп сақтаңыз.
error-kind-next-phone = Оны алынған телефонда немесе компьютерде ашып, JPEG етіп сақтаңыз. iPhone-да «Параметрлер» → «Камера» → «Форматтар» бөлімінде ең үйлесімді пішімді таңдасаңыз, түсірілімдер бірден JPEG болады.
error-kind-next-raw = Оны камера өндірушісінің бағдарламасында немесе фоторедакторда өңдеп, JPEG етіп экспорттаңыз не камера қатар сақтаған JPEG файлын алыңыз.
error-kind-next-film = Одан бір кадрды JPEG етіп сақтаңыз.
error-kind-next-unpack = Оны ашып, ішіндегі фотоларды тіркеңіз.

# Фото қалай бүлінген немесе несімен сирек.
error-photo-two-frames = онда екі кадр бар
error-photo-frame-missing = онда кадр жоқ
error-photo-frame-unsound = кадры дұрыс құрылмаған
error-photo-no-picture = онда сурет жоқ
error-photo-segment-unsound = бір бөлігінің ұзындығы көрсетілмеген
error-photo-table-unsound = бір кестесі дұрыс құрылмаған
error-photo-scan-empty = бір қабаты бос
error-photo-scan-unsound = бір қабаты дұрыс құрылмаған
error-photo-profile-unsound = түс профилі дұрыс құрылмаған
error-photo-pixels-missing = пикселдерінің көбі жоқ
error-photo-hollow = онда { $width } × { $height } пиксел деп көрсетілген, бірақ олардың деректері жоқтың қасы
error-photo-many-words = ондағы сипаттама не профиль тым үлкен көлемге ашылады
error-photo-big-tiff = бұл – 4 ГБ-тан үлкен файлдарға арналған BigTIFF
error-photo-tags-unsound = тегтері дұрыс құрылмаған
error-photo-no-pixels = онда пиксел жоқ
error-photo-cannot-scale = пикселдерін масштабтау мүмкін емес
error-photo-not-filled = пикселдері оны толтырмайды
error-photo-rare-coding = оның JPEG кодталуы шығынсыз, қабатты немесе арифметикалық
error-photo-many-scans = онда { $most } қабаттан көп
error-photo-late-height = биіктігі пикселдерден кейін жазылған
error-photo-bits = оның JPEG пішімі 8 емес, { $bits } бит

# Логотип суреті неге қабылданбады.
error-logo-larger = ол 1 МБ-тан үлкен
error-logo-not-utf8 = әріптері UTF-8 емес
error-logo-many-attributes = бір элементінде { $most } атрибуттан көп
error-logo-doctype = онда DOCTYPE бар
error-logo-many-parts = оның бөліктері тым көп
error-logo-ill-formed = оның SVG пішімі дұрыс құрылмаған ({ $said })
error-logo-no-svg = бұл SVG суреті емес
error-logo-deep = оның бөліктері { $most } деңгейден терең салынған
error-logo-names-outside = ол сырттағы стиль кестесіне немесе бағдарламаға сілтейді
error-logo-holds = онда <{ $element }> бар
error-logo-refers-outside = ол өзінен тыс бірдеңеге сілтейді
error-logo-program = онда бағдарлама бар ({ $name })
error-logo-bad-size = енінің немесе биіктігінің мәні жоқ
error-logo-no-size = онда viewBox та, ені мен биіктігі де көрсетілмеген
error-logo-same-id = екі бөлігінің id мәні бірдей
error-logo-shows-itself = бір бөлігі өзін-өзі көрсетеді
error-logo-deep-references = сілтемелері тым тереңге апарады
error-logo-repeats = ол өз бөліктерін тым жиі қайталайды
error-logo-sheet-elements = стиль кестесінде элементтер бар
error-logo-sheet-refers = стиль кестесі градиент емес нәрсеге сілтейді
error-logo-hidden-letters = стильдерінде жасырын әріптер бар
error-logo-styles-outside = стильдері өзінен тыс бірдеңеге сілтейді

# Беттер мен экспорт.
error-page-too-long = Бет тым ұзақ беттеледі. Ең ұзын абзацты қысқартыңыз немесе релизді бөліңіз.
error-page-fault = Бетті беттеу мүмкін болмады ({ $said }). Бұл қате туралы әзірлеушілерге хабарлаңыз.
error-export-page = Экспорттау мүмкін болмады. { $why }
error-export-picture = Экспорттау мүмкін болмады: { $picture } бетте көрсетілмейді. { $why }
error-export-logo = логотип
error-export-photo = «{ $file }» фотосы
error-export-fault = Экспорттау мүмкін болмады: файл жазылмады. Бұл қате туралы әзірлеушілерге хабарлаңыз.

# Экспортқа не жетіспейді.
warning-in-file = { $file }: { $warning }
warning-no-promise = PDF мұрағат пен экранды оқу бағдарламаларының талаптарына сай емес (PDF/A, PDF/UA). { $why }
warning-and = { $one } { $other }
warning-no-alt = «{ $file }» фотосының көрмейтіндерге арналған сипаттамасы жоқ.
warning-letters = Бағдарламаның ешбір қарпінде мына әріптер жоқ: { $letters }.
warning-standard = Беттің бір бөлігі стандартқа сай емес.
