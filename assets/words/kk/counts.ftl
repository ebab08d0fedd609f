count-photos = { $count } фото
count-questions = { $count } сұрақ
