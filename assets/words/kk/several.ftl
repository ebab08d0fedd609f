# Бір қалтада бірнеше адам: релиз кімде ашық, оны өзіне алу және екі мәтінді біріктіру.

command-take-over = Өзіме алу
command-only-read = Оқу
command-ask-merge = Мәтіндерді біріктіру…
command-merge = Біріктіру
command-discard-copy = Басқа мәтінді алып тастау
command-hide-copies = Қазір емес

settings-name = Атыңыз
settings-name-hint = Релиз сізде ашық тұрғанда, оны әріптестеріңіз көреді.

## Ол кімде ашық.

several-somebody = Басқа қызметкер
several-who = { $name } ({ $machine })
several-reading = Сіз оқып отырсыз. Релизді { $who } жазып отыр, ашқан уақыты { $since }
several-reading-free = Сіз оқып отырсыз. Релиз енді бос. Бұған дейін оны { $who } жазған, ашқан уақыты { $since }
several-taken-over = Енді релизді { $who } жазып отыр, өзіне алған уақыты { $since }. Сіз терген мәтін бөлек көшірмеде сақталады
several-others = Релиз тағы бір қызметкерде ашық: { $who }, ашқан уақыты { $since }. Екі мәтін де сақталады
several-question = Релиз ашық тұр, жазып отырған { $name }
several-question-since = { $who }, ашқан уақыты { $since }
several-question-what = Оны оқып, өзгерістерін көріп отыра аласыз. Релизді өзіңізге алсаңыз, әріптесіңіз ол туралы біледі, оның тергені өзінде қалады, ештеңе өшірілмейді.
several-you-write = Енді бұл релизді сіз жазасыз
several-kept-own = Мәтініңіз релиздің қасында көшірме болып сақталды. { $path }
several-followed = Релизді басқа біреу өзгертті. Жаңа мәтін көрсетіліп тұр
several-open-by = Ашық, жазып отырған { $name }
several-copies-sign = { $count ->
    [one] тағы { $count } мәтін
   *[other] тағы { $count } мәтін
}

## Екі мәтін.

several-copies = { $count ->
    [one] Бұл релиздің қасында оның тағы { $count } мәтіні жатыр
   *[other] Бұл релиздің қасында оның тағы { $count } мәтіні жатыр
}
several-no-copies = Бұл релиздің қасында басқа мәтіні жоқ
several-merged = Мәтіндер біріктірілді. Басқа мәтін сіз алып тастағанша қалады; болдырмау пәрмені сіздікін қайтарады
several-discarded = Басқа мәтін енді нұсқалардың арасында
several-merge-title = Екі мәтінді біріктіру
several-merge-same = Екі мәтіннің айырмасы жоқ.
several-merge-apart = Өзгерістер бір-біріне тимейді. Олар бірге осылай құралады: қарап шығып, біріктіріңіз.
several-merge-both = { $count ->
    [one] Екі мәтінде де { $count } жер өзгертілген: сол жерде таңдаңыз. Қалғаны өзі құралды.
   *[other] Екі мәтінде де { $count } жер өзгертілген: сол жерде таңдаңыз. Қалғаны өзі құралды.
}
several-merge-no-base = Екі мәтіннің неден басталғаны белгісіз. Әр жерде қайсысы қалатынын таңдаңыз.
several-copy-ours = Dateline сақтаған көшірме: { $about }
several-copy-onedrive = OneDrive көшірмесі: { $about }
several-copy-dropbox = Dropbox не басқа синхрондау бағдарламасының көшірмесі: { $about }
several-copy-syncthing = Syncthing көшірмесі: { $about }
several-all-mine = Бәрі менікі
several-all-theirs = Бәрі басқасынан
several-here = Осы терезеде
several-there = Басқа мәтін
several-mine = Менікі
several-theirs = Басқасынан
several-both = Екеуі де
several-changed-here = осы терезеде өзгертілген
several-changed-there = басқа мәтінде өзгертілген
several-changed-both = екеуінде де өзгертілген
several-same-words = Сөздері бірдей, баптаулары басқа
several-kind = Түрі
several-edition = Тіл
several-order = Бөліктердің реті
several-contacts = Байланыс деректері
