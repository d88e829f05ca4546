$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Off

# To a 32-bit PowerShell the System32 of a 64-bit Windows shows under this name only.
$system32 = [IO.Path]::Combine($env:windir, 'Sysnative')
if (-not [IO.Directory]::Exists($system32)) { $system32 = [IO.Path]::Combine($env:windir, 'System32') }
# More of one file is not read, in bytes.
$largest = 4194304

# One line for one answer, whatever happens in the block.
function Write-Answer([string] $Number, [string] $Probe, [string] $Asked, [scriptblock] $Block) {
  try {
    $values = ConvertFrom-Json -InputObject ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Asked)))
    $data = & $Block $values
    $json = '{"ok":true,"data":' + (ConvertTo-Json -InputObject $data -Depth 8 -Compress) + '}'
  } catch {
    $json = ConvertTo-Json -InputObject @{ ok = $false; error = (Get-Failure $_) } -Depth 4 -Compress
  }
  'IIS-DOCTOR ' + $Number + ' ' + $Probe + ' ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))
}

# What an error says, with its number in Windows.
function Get-Failure($Record) {
  $exception = $Record.Exception
  while ($exception.InnerException) { $exception = $exception.InnerException }
  $number = $exception.HResult
  if ($exception -is [ComponentModel.Win32Exception] -and $exception.NativeErrorCode -gt 0) {
    $number = [int] 0x80070000 -bor $exception.NativeErrorCode
  }
  $hresult = $null
  if ($null -ne $number) { $hresult = '0x{0:X8}' -f $number }
  @{ message = [string] $exception.Message; hresult = $hresult; category = [string] $Record.CategoryInfo.Category }
}

# The value of a block, or why there is none.
function Read-Part([scriptblock] $Block) {
  try { @{ value = (& $Block) } } catch { @{ error = (Get-Failure $_) } }
}

# The same for a block that gives any number of things.
function Read-List([scriptblock] $Block) {
  try { @{ value = @(& $Block) } } catch { @{ error = (Get-Failure $_) } }
}

# What a program prints, with its exit code; or why it could not be started. Its bytes are read, not what the console
# makes of them, because a remote session has no console and keeps no code page.
function Read-Program([string] $File, [string] $Arguments) {
  try {
    $start = New-Object -TypeName Diagnostics.ProcessStartInfo -ArgumentList $File, $Arguments
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $errors = [byte[]] (New-Object -TypeName byte[] -ArgumentList 4096)
    $reading = $process.StandardError.BaseStream.BeginRead($errors, 0, 4096, $null, $null)
    $output = New-Object -TypeName IO.MemoryStream
    $process.StandardOutput.BaseStream.CopyTo($output)
    $length = $process.StandardError.BaseStream.EndRead($reading)
    $process.WaitForExit()
    $code = $process.ExitCode
    $process.Close()
    $text = ConvertFrom-Output ($output.ToArray())
    $complaint = ''
    if ($length -gt 0) {
      [Array]::Resize([ref] $errors, $length)
      $complaint = ConvertFrom-Output $errors
    }
    @{ text = $text; errors = $complaint; exitCode = $code }
  } catch {
    @{ error = (Get-Failure $_) }
  }
}

# Programs print UTF-16 where asked to, else UTF-8 or the code page of consoles.
function ConvertFrom-Output([byte[]] $Bytes) {
  if ($Bytes.Length -gt 1 -and ($Bytes[1] -eq 0 -or ($Bytes[0] -eq 0xFF -and $Bytes[1] -eq 0xFE))) {
    return [Text.Encoding]::Unicode.GetString($Bytes)
  }
  $utf8 = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
  try { return $utf8.GetString($Bytes) } catch { $null = $_ }
  $page = [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Nls\CodePage', 'OEMCP', '437')
  [Text.Encoding]::GetEncoding([int] $page).GetString($Bytes)
}

# A key of the machine's registry, in the view of 64-bit programs; the caller closes it.
function Open-Key([string] $Path) {
  $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
  try { $key = $machine.OpenSubKey($Path) } finally { $machine.Close() }
  if ($null -eq $key) { throw (New-Object -TypeName IO.FileNotFoundException -ArgumentList $Path) }
  $key
}

# A value of a key as text, null where it has none.
function Get-Text($Key, [string] $Name) {
  $value = $Key.GetValue($Name, $null)
  if ($null -ne $value) { [string] $value }
}

# A value of a key as number, null where it has none.
function Get-Number($Key, [string] $Name) {
  $value = $Key.GetValue($Name, $null)
  if ($value -is [int]) { $value }
}

# A moment as it is written in answers.
function ConvertTo-Moment([datetime] $Time) {
  $Time.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture)
}

# Where this process finds a file of System32.
function Get-SeenPath([string] $Path) {
  $folder = [IO.Path]::Combine($env:windir, 'System32') + [IO.Path]::DirectorySeparatorChar
  if (-not $Path.StartsWith($folder, [StringComparison]::OrdinalIgnoreCase)) { return $Path }
  [IO.Path]::Combine($system32, $Path.Substring($folder.Length))
}

# Opens a file that others may have open for writing; only one that is named with its whole path.
function Open-File([string] $Path) {
  if (-not [IO.Path]::IsPathRooted($Path)) { throw (New-Object -TypeName IO.FileNotFoundException -ArgumentList $Path) }
  $share = [IO.FileShare]::ReadWrite -bor [IO.FileShare]::Delete
  [IO.File]::Open((Get-SeenPath $Path), [IO.FileMode]::Open, [IO.FileAccess]::Read, $share)
}

# A whole file with its hash; its bytes only where the hash is not known.
function Read-File([string] $Path, [string[]] $Known) {
  try {
    $stream = Open-File $Path
    try {
      $value = @{ size = $stream.Length; modified = (ConvertTo-Moment ([IO.File]::GetLastWriteTimeUtc((Get-SeenPath $Path)))); hash = $null; bytes = $null }
      if ($stream.Length -le $largest) {
        $content = New-Object -TypeName IO.MemoryStream
        $stream.CopyTo($content)
        $bytes = $content.ToArray()
        # This one also works where only certified implementations are allowed.
        $algorithm = New-Object -TypeName Security.Cryptography.SHA256CryptoServiceProvider
        $value.size = $bytes.Length
        $value.hash = [BitConverter]::ToString($algorithm.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant()
        if ($Known -notcontains $value.hash) { $value.bytes = [Convert]::ToBase64String($bytes) }
      }
    } finally { $stream.Close() }
    @{ path = $Path; value = $value }
  } catch {
    @{ path = $Path; error = (Get-Failure $_) }
  }
}
