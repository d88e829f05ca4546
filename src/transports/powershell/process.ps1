$global:ProgressPreference = 'SilentlyContinue'
$global:DoctorSessions = @{}
$global:DoctorSecrets = @{}

# One line for one thing that our side must know; the host would wrap long ones.
function global:Write-DoctorLine([string] $Number, [string] $What, $Value) {
  $json = '{"ok":true,"data":' + (ConvertTo-Json -InputObject $Value -Depth 6 -Compress) + '}'
  [Console]::Out.WriteLine('IIS-DOCTOR ' + $Number + ' ' + $What + ' ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)))
}

function global:ConvertFrom-DoctorText([string] $Encoded) {
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Encoded))
}

# What tells one failure from another in every language of Windows: ids and codes; the message only for people.
function global:Get-DoctorFailure($Record) {
  $ids = @([string] $Record.FullyQualifiedErrorId)
  $codes = @()
  $exception = $Record.Exception
  while ($exception) {
    if ($exception.ErrorRecord) { $ids += [string] $exception.ErrorRecord.FullyQualifiedErrorId }
    foreach ($fault in @($exception.Errors)) { if ($fault.ErrorId) { $ids += [string] $fault.ErrorId } }
    if ($exception.ErrorCode -is [int] -and $exception.ErrorCode -ne 0) { $codes += $exception.ErrorCode }
    if ($exception.NativeErrorCode -is [int]) { $codes += $exception.NativeErrorCode }
    $codes += $exception.HResult
    $exception = $exception.InnerException
  }
  $message = [string] $Record.Exception.Message
  if ($Record.Exception.TransportMessage) { $message = [string] $Record.Exception.TransportMessage }
  @{ ids = $ids; codes = $codes; category = [string] $Record.CategoryInfo.Category; message = $message }
}

# Secrets come by the environment, once; from here on they are no text any more.
function global:Protect-DoctorSecrets($Names) {
  foreach ($name in $Names) {
    $secret = New-Object Security.SecureString
    foreach ($character in ([string] [Environment]::GetEnvironmentVariable($name)).ToCharArray()) { $secret.AppendChar($character) }
    $secret.MakeReadOnly()
    Remove-Item -LiteralPath ('Env:' + $name)
    $global:DoctorSecrets[$name] = $secret
  }
}

# Ends this process when the one that started it is gone, in the middle of a question too.
function global:Watch-DoctorParent([int] $Parent) {
  $watch = [PowerShell]::Create()
  $null = $watch.AddScript({
    param($Parent)
    # Can be stopped, unlike WaitForExit: otherwise this process could not end by itself.
    Wait-Process -Id $Parent -ErrorAction SilentlyContinue
    # Programs of Windows that a question has started here go with it.
    $below = @($PID)
    try {
      $all = @(Get-CimInstance -ClassName Win32_Process)
      for ($at = 0; $at -lt $below.Count; $at++) {
        $below += @($all | Where-Object { $_.ParentProcessId -eq $below[$at] -and $below -notcontains $_.ProcessId } | ForEach-Object { $_.ProcessId })
      }
      foreach ($one in $below) { if ($one -ne $PID) { Stop-Process -Id $one -Force -ErrorAction SilentlyContinue } }
    } catch { $null = $_ }
    [Diagnostics.Process]::GetCurrentProcess().Kill()
  }).AddArgument($Parent)
  $null = $watch.BeginInvoke()
}

function global:Open-DoctorSession($Asked) {
  $known = (Get-Command New-PSSessionOption).Parameters
  $option = @{}
  if ($known.ContainsKey('OpenTimeout')) { $option.OpenTimeout = [int] $Asked.openTimeout }
  if ($known.ContainsKey('MaxConnectionRetryCount')) { $option.MaxConnectionRetryCount = 0 }
  if ($known.ContainsKey('IdleTimeout')) { $option.IdleTimeout = [int] $Asked.idleTimeout }
  if ($Asked.skipCertificate) {
    $option.SkipCACheck = $true
    $option.SkipCNCheck = $true
    $option.SkipRevocationCheck = $true
  }
  $target = @{ ComputerName = [string] $Asked.host; Name = 'IIS Doctor'; SessionOption = (New-PSSessionOption @option) }
  if ($Asked.port) { $target.Port = [int] $Asked.port }
  if ($Asked.useSsl) { $target.UseSSL = $true }
  if ($Asked.authentication) { $target.Authentication = [string] $Asked.authentication }
  if ($Asked.secret) {
    $target.Credential = New-Object Management.Automation.PSCredential ([string] $Asked.user), $global:DoctorSecrets[[string] $Asked.secret]
  }
  $session = New-PSSession @target -ErrorAction Stop
  try {
    $said = @(Invoke-Command -Session $session -ErrorAction Stop -ScriptBlock {
      [string] $ExecutionContext.SessionState.LanguageMode
    })
    $opened = @{ language = [string] $said[0]; process = 0; started = '' }
    if ($opened.language -eq 'FullLanguage') {
      $said = @(Invoke-Command -Session $session -ErrorAction SilentlyContinue -ArgumentList $Asked.leftProcess, $Asked.leftStarted -ScriptBlock {
        param($LeftProcess, $LeftStarted)
        # What an ended client has left running here, and nothing else.
        if ($LeftProcess) {
          $left = Get-Process -Id $LeftProcess -ErrorAction SilentlyContinue
          if ($left -and $left.ProcessName -eq 'wsmprovhost' -and [string] $left.StartTime.ToFileTimeUtc() -eq $LeftStarted) {
            Stop-Process -Id $LeftProcess -Force -ErrorAction SilentlyContinue
          }
        }
        $PID
        [string] (Get-Process -Id $PID).StartTime.ToFileTimeUtc()
      })
      if ($said.Count -eq 2) {
        $opened.process = [int] $said[0]
        $opened.started = [string] $said[1]
      }
    }
    if ($opened.language -eq 'FullLanguage') { $global:DoctorSessions[[string] $Asked.key] = $session } else { Remove-PSSession -Session $session }
    $opened
  } catch {
    Remove-PSSession -Session $session
    throw
  }
}

function global:Close-DoctorSession([string] $Key) {
  $session = $global:DoctorSessions[$Key]
  $global:DoctorSessions.Remove($Key)
  if ($session) { Remove-PSSession -Session $session }
}

# The first failures of a session, and whether it can go on.
function global:Get-DoctorTrouble($Session, $Failures) {
  $told = @(foreach ($failure in @($Failures | Select-Object -First 3)) { Get-DoctorFailure $failure })
  $state = 'Opened'
  if ($Session) { $state = [string] $Session.State }
  @{ failures = $told; state = $state }
}

# Runs a question here, or in the session of that key. Every line of its answer is printed as it comes.
function global:Send-DoctorQuestion([string] $Key, [string] $Text) {
  $block = [scriptblock]::Create($Text)
  $session = $null
  $failures = @()
  if ($Key) {
    $session = $global:DoctorSessions[$Key]
    Invoke-Command -Session $session -ScriptBlock $block -ErrorAction SilentlyContinue -ErrorVariable failures |
      ForEach-Object { [Console]::Out.WriteLine([string] $_) }
  } else {
    & $block | ForEach-Object { [Console]::Out.WriteLine([string] $_) }
  }
  Get-DoctorTrouble $session $failures
}

# Runs a command that a person has seen. It comes as an argument, so that exactly its text stands in the script log.
function global:Invoke-DoctorCommand([string] $Number, [string] $Key, [string] $Text, [string] $Command) {
  $block = [scriptblock]::Create($Text)
  $session = $null
  $failures = @()
  $global:DoctorExitCode = $null
  $print = {
    if ($_.IisDoctorExitCode -is [int]) { $global:DoctorExitCode = $_.IisDoctorExitCode } else { Write-DoctorLine $Number '.out' ([string] $_) }
  }
  if ($Key) {
    $session = $global:DoctorSessions[$Key]
    Invoke-Command -Session $session -ScriptBlock $block -ArgumentList $Command -ErrorAction SilentlyContinue -ErrorVariable failures | ForEach-Object $print
  } else {
    & $block $Command | ForEach-Object $print
  }
  $trouble = Get-DoctorTrouble $session $failures
  $trouble.exitCode = $global:DoctorExitCode
  $trouble
}

# One job: its end is told whatever happens in it.
function global:Invoke-DoctorJob([string] $Number, [string] $Kind, [string] $Asked, [string] $Text, [string] $Command) {
  try {
    $values = ConvertFrom-Json (ConvertFrom-DoctorText $Asked)
    $done = @{}
    if ($Kind -eq 'start') {
      Protect-DoctorSecrets $values.secrets
      try { Watch-DoctorParent $values.parent } catch { $null = $_ }
      $done = @{ version = [string] $PSVersionTable.PSVersion }
    }
    if ($Kind -eq 'open') { $done = Open-DoctorSession $values }
    if ($Kind -eq 'close') { Close-DoctorSession $values.key }
    if ($Kind -eq 'ask') { $done = Send-DoctorQuestion $values.key (ConvertFrom-DoctorText $Text) }
    if ($Kind -eq 'run') { $done = Invoke-DoctorCommand $Number $values.key (ConvertFrom-DoctorText $Text) (ConvertFrom-DoctorText $Command) }
    Write-DoctorLine $Number '.done' $done
  } catch {
    Write-DoctorLine $Number '.failed' (Get-DoctorFailure $_)
  }
}
