# The default value of a key, null where there is no such key or value.
function Get-Default($Parent, [string] $Path, [string] $Name = '') {
  $key = $Parent.OpenSubKey($Path)
  if ($null -ne $key) { try { Get-Text $key $Name } finally { $key.Close() } }
}

# What one view of the registry says of a GUID.
function Find-Guid([string] $Guid, [Microsoft.Win32.RegistryView] $View) {
  $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, $View)
  try {
    $places = @(
      @('class', 'SOFTWARE\Classes\CLSID\', @('InprocServer32', 'LocalServer32')),
      @('application', 'SOFTWARE\Classes\AppID\', @()),
      @('interface', 'SOFTWARE\Classes\Interface\', @()),
      @('typeLibrary', 'SOFTWARE\Classes\TypeLib\', @()),
      @('eventProvider', 'SOFTWARE\Microsoft\Windows\CurrentVersion\WINEVT\Publishers\', @())
    )
    foreach ($place in $places) {
      $key = $machine.OpenSubKey($place[1] + $Guid)
      if ($null -eq $key) { continue }
      try {
        $name = Get-Text $key ''
        $path = $null
        foreach ($server in $place[2]) { if (-not $path) { $path = Get-Default $key $server } }
        if ($place[0] -eq 'application') { $path = Get-Text $key 'LocalService' }
        if ($place[0] -eq 'eventProvider') { $path = Get-Text $key 'ResourceFileName' }
        if ($place[0] -eq 'typeLibrary') {
          foreach ($version in $key.GetSubKeyNames()) { if (-not $name) { $name = Get-Default $key $version } }
        }
        @{ as = $place[0]; name = $name; path = $path; is32Bit = ($View -eq [Microsoft.Win32.RegistryView]::Registry32) }
      } finally { $key.Close() }
    }
  } finally { $machine.Close() }
}

$guids = foreach ($guid in $asked.guids) {
  if (-not $guid) { continue }
  @{
    guid = [string] $guid
    registered = (Read-List {
        $found = @(Find-Guid $guid Registry64)
        $found
        if ([Environment]::Is64BitOperatingSystem) {
          # Much of the registry is the same in both views.
          foreach ($one in @(Find-Guid $guid Registry32)) {
            $same = $false
            foreach ($other in $found) { if ($other.as -eq $one.as -and $other.name -eq $one.name -and $other.path -eq $one.path) { $same = $true } }
            if (-not $same) { $one }
          }
        }
      })
  }
}
$sids = foreach ($sid in $asked.sids) {
  @{
    sid = [string] $sid
    account = (Read-Part {
        $identifier = New-Object -TypeName Security.Principal.SecurityIdentifier -ArgumentList ([string] $sid)
        $identifier.Translate([Security.Principal.NTAccount]).Value
      })
  }
}
@{ guids = @($guids); sids = @($sids) }
