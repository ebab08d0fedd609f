# Редакция: оның қалтасы, релиздер тізімі, іздеу.

error-choose-newsroom = Бұл қалтаны редакция қалтасы ету мүмкін болмады
error-newsroom-is-release = онда релиз жатыр
error-newsroom-is-release-next = Релиздердің қалталары жатқан қалтаны таңдаңыз.
error-place-release = Релиздің қалтасын жасау мүмкін болмады
error-rename-release = Релиз қалтасының атын өзгерту мүмкін болмады
error-trash-release = Релизді себетке жылжыту мүмкін болмады
error-restore-release = Релизді себеттен қайтару мүмкін болмады
error-keep-template = Үлгіні сақтау мүмкін болмады
error-not-in-newsroom = ол бұл редакцияда жатқан жоқ
error-not-in-newsroom-next = Ол жатқан редакцияны таңдаңыз немесе алдымен оны осында көшіріңіз.
error-read-newsroom = Редакция қалтасын оқу мүмкін болмады
error-newsroom-away = қалта орнында жоқ
error-newsroom-away-next = Дискіні қосыңыз немесе редакция қалтасын қайта таңдаңыз. Тізімде онда соңғы рет болған релиздер тұр.
error-keep-index = Релиздер тізімін жаңарту мүмкін болмады
error-search = Релиздер ішінен іздеу мүмкін болмады
error-index-next = Dateline бағдарламасын қайта іске қосыңыз, тізім жаңадан жасалады.

## Не сұрауға болады.

command-choose-newsroom = Редакцияны таңдау…
command-use-newsroom = Осы редакцияға ауысу
command-leave-newsroom = Редакциясыз жұмыс істеу
command-find-release = Релизді табу
command-show-releases = Релиздер
command-show-templates = Үлгі бойынша жасау
command-show-trash = Себет
command-new-from = Осының негізінде жаңа релиз
command-keep-template = Үлгі ретінде сақтау
command-rename-release = Қалтаның атын өзгерту…
command-trash-release = Себетке жылжыту
command-restore-release = Себеттен қайтару

## Терезедегі сұрақтар.

dialog-newsroom = Редакция қалтасын таңдаңыз
question-newsroom = Қай қалта редакция қалтасы болады?
question-newsroom-hint = Ондағы барлық релиз, кім жазса да, тізімде тұрады. Қалта ортақ дискіде жатуы мүмкін.
question-newsroom-path = Редакция қалтасы
question-newsroom-go = Осы қалтаны таңдау
question-rename = Релиз қалтасының атын өзгерту
question-rename-name = Қалтаның аты
question-rename-go = Атын өзгерту
unsaved-before-trash = Себетке жылжытпас бұрын оны сақтайсыз ба?

## Терезенің қасында не істеліп жатыр және одан не шықты.

running-placing = Сақталып жатыр…
running-moving = Жылжытылуда…
renamed-release = Аты өзгертілді. { $path }
trashed-release = Себетке жылжытылды.
restored-release = Себеттен қайтарылды. { $path }
kept-template = Үлгі ретінде сақталды. { $path }

## Тізім.

releases-search = Барлық релизден іздеу
releases-show-filters = Сүзгілерді көрсету
releases-hide-filters = Сүзгілерді жасыру
releases-open = Ашу
releases-coming = Релиз жүктелуде
releases-unread = { $count } релиз оқылуда…
releases-found = { $count } релиз табылды
releases-found-first = Табылғандардың алғашқы { $count } релизі
releases-none = Мұнда әзірге релиз жоқ. Жаңасын бастаңыз немесе бұрынғы релиздердің қалталарын редакция қалтасына салыңыз.
releases-none-found = Ештеңе табылмады. Сұрауды қысқартыңыз немесе сүзгіні алып тастаңыз.
releases-no-templates = Әзірге үлгі жоқ. Басқаларға үлгі болатын релизді ашып, мәзірден «Үлгі ретінде сақтау» дегенді таңдаңыз.
releases-no-trash = Себет бос.
releases-day = { $day } { $month }
releases-day-of-year = { $year } ж. { $day } { $month }
release-faulty = Оқылмайды; себебін білу үшін ашыңыз
filter-any = Кез келген
filter-language = Тіл
filter-status = Күйі
filter-speaker = Спикер
filter-since = Басталу күні
filter-until = Аяқталу күні
shelf-templates = Үлгілер
shelf-templates-hint = Қайсысынан бастайтыныңызды таңдаңыз.
shelf-trash = Себет
shelf-trash-hint = Релизді қайтару үшін оны тінтуірдің оң жақ түймесімен басыңыз.
shelf-back = Релиздерге оралу
newsroom-named = { $name } редакциясы
newsroom-switch = { $name } редакциясына ауысу
