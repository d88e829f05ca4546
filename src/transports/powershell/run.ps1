param([string] $Command)
$ErrorActionPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$global:LASTEXITCODE = 0
$exitCode = 0
$objects = New-Object Collections.ArrayList
# Text passes as it is; objects are laid out together, as a console would.
$lines = {
  if ($objects.Count -gt 0) {
    $objects.ToArray() | Out-String -Stream -Width 160
    $objects.Clear()
  }
}
try {
  & ([scriptblock]::Create($Command)) *>&1 | ForEach-Object {
    if ($null -eq $_) {
      $null = $_
    } elseif ($_ -is [string]) {
      & $lines
      $_
    } elseif ($_.GetType().Name -eq 'InformationRecord') {
      # What Write-Host prints since PowerShell 5.
      & $lines
      [string] $_
    } elseif ($_ -is [Management.Automation.ErrorRecord] -and $_.FullyQualifiedErrorId -like 'NativeCommandError*') {
      & $lines
      [string] $_.Exception.Message
    } else {
      $null = $objects.Add($_)
      if ($objects.Count -ge 200) { & $lines }
    }
  }
  & $lines
  if ($global:LASTEXITCODE -is [int]) { $exitCode = $global:LASTEXITCODE }
} catch {
  & $lines
  (Out-String -InputObject $_ -Width 160).TrimEnd()
  $exitCode = 1
}
New-Object PSObject -Property @{ IisDoctorExitCode = $exitCode }
