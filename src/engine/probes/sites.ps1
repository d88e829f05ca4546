$appcmd = [IO.Path]::Combine($system32, 'inetsrv', 'appcmd.exe')
@{
  sites = (Read-Program $appcmd 'list site /xml')
  applications = (Read-Program $appcmd 'list app /xml')
  virtualDirectories = (Read-Program $appcmd 'list vdir /xml')
}
