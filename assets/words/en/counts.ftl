# Numbers and what is counted.
count-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
count-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
