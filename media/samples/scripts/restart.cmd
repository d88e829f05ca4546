@echo off
rem Nightly restart, as it was found. Hover over the commands.
iisreset /restart
if errorlevel 1 iisreset /rebootonerror
