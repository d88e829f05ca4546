# Copies a release to the shop. The restart at the end takes every site of the server down.
param([string] $Release)

Copy-Item -Path "$Release\*" -Destination 'D:\sites\shop' -Recurse -Force
cmd.exe /c "net stop WAS /y && net start W3SVC"
