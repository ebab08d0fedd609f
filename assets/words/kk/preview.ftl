# Форманың жанындағы көрініс.
page-of = { $pages } беттің { $page }-беті
page-fit = Ені бойынша
page-larger = Үлкейту
page-smaller = Кішірейту
mail-subject = Тақырыбы
mail-attached = Тіркелген файлдар
form-tab = Форма
preview-tab = Көрініс
