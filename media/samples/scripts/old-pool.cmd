@echo off
rem Comes from the server before this one. IIS 7 and later have a tool of their own for it.
cscript.exe //nologo %SystemDrive%\inetpub\adminscripts\adsutil.vbs set W3SVC/AppPools/Shop/PeriodicRestartTime 0
