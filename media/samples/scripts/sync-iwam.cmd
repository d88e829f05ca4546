@echo off
rem IIS 5: gives the IWAM account a new password in all three places. It asks for the password twice.
iisreset /stop
net user IWAM_%COMPUTERNAME% *
cscript.exe //nologo %SystemDrive%\inetpub\adminscripts\adsutil.vbs set w3svc/WAMUserPass "%NEWPASSWORD%"
cscript.exe //nologo %SystemDrive%\inetpub\adminscripts\synciwam.vbs -v
iisreset /start
