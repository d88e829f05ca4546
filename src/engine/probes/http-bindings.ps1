$netsh = [IO.Path]::Combine($system32, 'netsh.exe')
@{
  certificates = (Read-Program $netsh 'http show sslcert')
  reservations = (Read-Program $netsh 'http show urlacl')
  listenAddresses = (Read-Program $netsh 'http show iplisten')
}
