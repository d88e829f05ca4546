$windows = Read-Part {
  $key = Open-Key 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  try {
    @{
      productName = (Get-Text $key 'ProductName')
      currentVersion = (Get-Text $key 'CurrentVersion')
      major = (Get-Number $key 'CurrentMajorVersionNumber')
      minor = (Get-Number $key 'CurrentMinorVersionNumber')
      build = (Get-Text $key 'CurrentBuildNumber')
      revision = (Get-Number $key 'UBR')
    }
  } finally { $key.Close() }
}
$iis = Read-Part {
  $key = Open-Key 'SOFTWARE\Microsoft\InetStp'
  try { @{ major = (Get-Number $key 'MajorVersion'); minor = (Get-Number $key 'MinorVersion') } } finally { $key.Close() }
}
$administrator = Read-Part {
  $principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList ([Security.Principal.WindowsIdentity]::GetCurrent())
  $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}
$names = 'SystemDrive', 'SystemRoot', 'windir', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'CommonProgramFiles', 'CommonProgramFiles(x86)', 'CommonProgramW6432', 'ProgramData', 'ALLUSERSPROFILE', 'PUBLIC'
$variables = foreach ($name in $names) {
  $value = [Environment]::GetEnvironmentVariable($name)
  if ($value) { @{ name = $name; value = [string] $value } }
}
@{
  computer = [Environment]::MachineName
  windows = $windows
  iis = $iis
  powershell = [string] $PSVersionTable.PSVersion
  languageMode = [string] $ExecutionContext.SessionState.LanguageMode
  administrator = $administrator
  account = [Environment]::UserDomainName + '\' + [Environment]::UserName
  culture = [Globalization.CultureInfo]::InstalledUICulture.Name
  now = (ConvertTo-Moment ([datetime]::UtcNow))
  variables = @($variables)
}
