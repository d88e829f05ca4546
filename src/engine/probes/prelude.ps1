$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try { [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false } catch { $null = $_ }

# One line for one answer, whatever happens in the block.
function Write-Answer([string] $Number, [string] $Probe, [string] $Asked, [scriptblock] $Block) {
  try {
    $values = ConvertFrom-Json ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Asked)))
    $data = & $Block $values
    $json = '{"ok":true,"data":' + (ConvertTo-Json -InputObject $data -Depth 8 -Compress) + '}'
  } catch {
    $json = ConvertTo-Json -InputObject @{ ok = $false; error = (Get-Failure $_) } -Depth 4 -Compress
  }
  'IIS-DOCTOR ' + $Number + ' ' + $Probe + ' ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))
}

function Get-Failure($Record) {
  $exception = $Record.Exception
  while ($exception.InnerException) { $exception = $exception.InnerException }
  @{ message = [string] $exception.Message; hresult = ('0x{0:X8}' -f $exception.HResult); category = [string] $Record.CategoryInfo.Category }
}

# What a program prints, as one text with its exit code; or why it could not be started.
function Read-Program([string] $File, [string[]] $Arguments) {
  try {
    $ErrorActionPreference = 'Continue'
    $lines = & $File $Arguments 2>&1
    @{ text = [string]::Join([string] [char] 10, @(foreach ($line in $lines) { [string] $line })); exitCode = $LASTEXITCODE }
  } catch {
    @{ error = (Get-Failure $_) }
  }
}

# The same for a block of PowerShell: its value, or why there is none.
function Read-Part([scriptblock] $Block) {
  try { @{ value = (& $Block) } } catch { @{ error = (Get-Failure $_) } }
}
