$sc = [IO.Path]::Combine($system32, 'sc.exe')
$services = Read-Program $sc 'queryex type= service state= all bufsize= 262144'
# HTTP is a driver and not among them.
$http = Read-Program $sc 'queryex HTTP'
$registry = Read-List {
  $all = Open-Key 'SYSTEM\CurrentControlSet\Services'
  try {
    foreach ($name in $all.GetSubKeyNames()) {
      $key = $null
      # A key that this account may not read is left out.
      try { $key = $all.OpenSubKey($name) } catch { $null = $_ }
      if ($null -eq $key) { continue }
      try {
        $type = Get-Number $key 'Type'
        if ($name -eq 'HTTP' -or ($null -ne $type -and ($type -band 0x30))) {
          @{
            name = [string] $name
            start = (Get-Number $key 'Start')
            account = (Get-Text $key 'ObjectName')
            dependsOn = @(foreach ($other in $key.GetValue('DependOnService', $null)) { if ($other) { [string] $other } })
          }
        }
      } finally { $key.Close() }
    }
  } finally { $all.Close() }
}
@{ services = $services; http = $http; registry = $registry }
