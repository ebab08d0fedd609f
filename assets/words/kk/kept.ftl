# What was typed and is kept: the journal, saving by itself, copies of what others wrote, versions.

error-keep-journal = Терілген мәтінді сақтық үшін жазып қою мүмкін болмады

journal-gone = Терілген мәтін сақтық үшін енді жазылмайды. Релизді сақтап, Dateline бағдарламасын қайта іске қосыңыз
error-keep-version = Нұсқаны сақтау мүмкін болмады

kept-recovered = Релиз сіз қалдырған қалпында ашылды. Ештеңе жоғалған жоқ
kept-recovered-beside = Мұнда сіз терген мәтін тұр. Содан бері файлды басқа біреу өзгертті; жалғастырсаңыз, оның мәтіні қасында көшірме болып сақталады
kept-conflict = Файлды басқа біреу өзгерткен екен. Сіздің мәтініңіз сақталды, оның мәтіні көшірме болып қалды. { $path }
kept-trouble = Мәтініңіз осында сақтаулы, Dateline оны сақтауға қайта-қайта әрекет жасайды. { $why }
kept-trouble-both = Мәтініңіз тек осы терезеде тұр, оны жаппаңыз. { $journal } { $why }

bar-saving = Сақталуда…

## Versions.

command-versions = Нұсқалар…
command-compare-version = Осы нұсқамен салыстыру
command-restore-version = Осы нұсқаны қалпына келтіру
command-name-version = Осы нұсқаны атау
versions-title = Нұсқалар
versions-none = Бұрынғы нұсқалар әзірге жоқ. Олар жазу барысында және әр сақтаған сайын пайда болады.
versions-choose = Қазіргі мәтінмен салыстыру үшін нұсқаны таңдаңыз.
versions-kept = { $when } · сақталған
versions-named = { $when } · { $name }
versions-name = Атауы
versions-same = Бұл нұсқаның қазіргі мәтіннен айырмасы жоқ.
versions-then = Бұрын
versions-now = Қазір
version-restored = Нұсқа қалпына келтірілді. Алдыңғы мәтінді болдырмау пәрмені қайтарады
