# Редакцияның адамдары мен байланыстары.
error-open-register = Анықтамалықты оқу мүмкін болмады
error-save-register = Анықтамалықты сақтау мүмкін болмады
error-register-busy = оны басқалар үздіксіз өзгертіп жатыр
error-register-busy-next = Сәлден соң қайталап көріңіз.

finding-speaker-name-in-register = { $name }: анықтамалықта аты-жөні басқаша жазылған – «{ $known }».
finding-speaker-title-in-register = { $speaker }: анықтамалықта релиз күніне басқа лауазым көрсетілген – «{ $known }».
finding-speaker-title-ended = { $speaker }: «{ $title }» лауазымы релиз күніне дейін аяқталған.
fix-take-from-register = «{ $words }» деп жазу

command-people = Адамдар…
command-contacts = Байланыстар…
command-take-person = Анықтамалықтан алу
command-take-contact = Анықтамалықтан алу
command-register = Анықтамалыққа қосу
command-register-speakers = Спикерлерді анықтамалыққа қосу
command-register-contacts = Байланыстарды анықтамалыққа қосу
command-update-speakers = Анықтамалық бойынша жаңарту
command-edit-entry = Өзгерту
command-new-entry = Жаңа жазба
command-keep-entry = Сақтау
command-remove-entry = Алып тастау

register-title = Адамдар мен байланыстар
register-people = Адамдар
register-contacts = Байланыстар
register-find = Бірнеше әріп бойынша іздеу
register-in-picker = Анықтамалықта
register-pick-person = Анықтамалықтан…
register-pick-contact = Анықтамалықтан…
register-speaker = { $number }-спикер: анықтамалыққа қосу
register-contact = { $number }-байланыс: анықтамалыққа қосу
tip-register = Келесі жолы бірнеше әріппен табылады
speaker-introduced = { $number }-спикер: қалай таныстыру керек
register-new-person = Жаңа адам
register-new-contact = Жаңа байланыс
register-nobody = Әзірге ешкім жоқ. Адамды осы жерде немесе релизден қосыңыз.
register-no-contacts = Әзірге байланыс жоқ. Оны осы жерде немесе релизден қосыңыз.
register-nothing-found = Ештеңе табылмады
register-choose-person = Тізімнен адамды таңдаңыз немесе жаңасын қосыңыз.
register-choose-contact = Тізімнен байланысты таңдаңыз немесе жаңасын қосыңыз.
register-lacks = { $field }: { $language } нұсқасы жоқ
register-missing = { $language }: толтырылмаған
register-back = Тізімге оралу
register-outdated =
    { $count ->
        [one] Ашық релиздегі { $count } спикер анықтамалықтағыдан басқаша жазылған.
       *[other] Ашық релиздегі { $count } спикер анықтамалықтағыдан басқаша жазылған.
    }
register-updated = Спикерлер анықтамалықтағыдай жазылды
register-added = Анықтамалыққа қосылды
register-removed = Анықтамалықтан алынды
register-kept = Анықтамалық сақталды
register-conflict = Бұл жазбаны осы арада басқа біреу өзгертті. Сіздің түзетулеріңіз әлі сақталған жоқ. Анықтамалықта қазір:
register-take-theirs = Басқаның нұсқасын алу
register-add-title = + Лауазым
register-title-number = { $number }-лауазым
register-delete-title = { $number }-лауазымды жою
register-title-from = { $number }-лауазым: қай күннен бастап
register-title-until = { $number }-лауазым: қай күнге дейін
field-title-from = Басталуы
field-title-until = Аяқталуы
field-introduced = Қалай таныстыру керек
tip-introduced = Дәйексөздерде, лауазымы тым ұзын болса
field-initials = Аты-жөнінің қысқа түрі
tip-initials = Сурет авторы мен тізімдер үшін: А. Мысалова
field-person-photo = Фото: редакция қалтасындағы файл
