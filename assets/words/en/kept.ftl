# What was typed and is kept: the journal, saving by itself, copies of what others wrote, versions.

error-keep-journal = Could not write down what you type as a precaution

journal-gone = What you type is no longer being written down as a precaution. Save the release and start Dateline again
error-keep-version = Could not keep a version

kept-recovered = Here is the release as you left it. Nothing was lost
kept-recovered-beside = Here is what you typed. Somebody else has changed the file since; when you go on, their text is kept beside it as a copy
kept-conflict = Somebody else had changed the file. Your text is saved, theirs is kept as a copy. { $path }
kept-trouble = Your text is safe here, and Dateline keeps trying to save it. { $why }
kept-trouble-both = Your text is in this window only: leave it open. { $journal } { $why }

bar-saving = Saving…

## Versions.

command-versions = Versions…
command-compare-version = Compare with this version
command-restore-version = Restore this version
command-name-version = Name this version
versions-title = Versions
versions-none = There is no earlier version yet. Versions are kept as you write, and each time you save.
versions-choose = Choose a version to compare it with what is written now.
versions-kept = { $when } · saved
versions-named = { $when } · { $name }
versions-name = Name
versions-same = This version is the same as what is written now.
versions-then = Then
versions-now = Now
version-restored = The version is restored. Undo brings back what was there
