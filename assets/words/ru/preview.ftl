# Просмотр рядом с формой.
page-of = Страница { $page } из { $pages }
page-fit = По ширине
page-larger = Крупнее
page-smaller = Мельче
mail-subject = Тема
mail-attached = Вложения
form-tab = Форма
preview-tab = Просмотр
