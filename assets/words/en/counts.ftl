# Numbers and what is counted.
count-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
