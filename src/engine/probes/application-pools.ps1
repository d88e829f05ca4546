$appcmd = [IO.Path]::Combine($system32, 'inetsrv', 'appcmd.exe')
@{ pools = (Read-Program $appcmd 'list apppool /xml') }
