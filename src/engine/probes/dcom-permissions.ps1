# The text form of a binary security descriptor.
function Get-Descriptor($Key, [string] $Name) {
  $value = $Key.GetValue($Name, $null)
  if ($value -is [byte[]]) {
    $descriptor = New-Object -TypeName Security.AccessControl.RawSecurityDescriptor -ArgumentList $value, 0
    $descriptor.GetSddlForm([Security.AccessControl.AccessControlSections]::All)
  }
}

$class = Read-Part {
  if (-not $asked.clsid) { throw (New-Object -TypeName IO.FileNotFoundException) }
  $key = Open-Key ('SOFTWARE\Classes\CLSID\' + $asked.clsid)
  try { @{ name = (Get-Text $key ''); appId = (Get-Text $key 'AppID') } } finally { $key.Close() }
}
$id = [string] $asked.appId
if (-not $id -and $class.value) { $id = [string] $class.value.appId }
$application = Read-Part {
  if (-not $id) { throw (New-Object -TypeName IO.FileNotFoundException) }
  $key = Open-Key ('SOFTWARE\Classes\AppID\' + $id)
  try {
    @{
      appId = $id
      name = (Get-Text $key '')
      localService = (Get-Text $key 'LocalService')
      launch = (Get-Descriptor $key 'LaunchPermission')
      access = (Get-Descriptor $key 'AccessPermission')
      owner = (Read-Part {
          $acl = Get-Acl -LiteralPath ('Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Classes\AppID\' + $id)
          $acl.GetSecurityDescriptorSddlForm([Security.AccessControl.AccessControlSections]::Owner)
        })
    }
  } finally { $key.Close() }
}
$machine = Read-Part {
  $key = Open-Key 'SOFTWARE\Microsoft\Ole'
  try {
    @{ defaultLaunch = (Get-Descriptor $key 'DefaultLaunchPermission'); launchLimits = (Get-Descriptor $key 'MachineLaunchRestriction') }
  } finally { $key.Close() }
}
@{ 'class' = $class; application = $application; machine = $machine }
