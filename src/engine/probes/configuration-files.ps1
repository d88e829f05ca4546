$local = [IO.Path]::Combine($env:windir, 'System32', 'inetsrv', 'config')
$redirection = [IO.Path]::Combine($local, 'redirection.config')

# Shared Configuration: the folder that redirection.config names, where it is enabled.
$shared = Read-Part {
  $folder = ''
  $document = New-Object -TypeName Xml.XmlDocument
  $document.XmlResolver = $null
  $stream = Open-File $redirection
  try { $document.Load($stream) } finally { $stream.Close() }
  $element = $document.SelectSingleNode('/configuration/configurationRedirection')
  if ($null -ne $element -and $element.GetAttribute('enabled') -eq 'true') { $folder = [Environment]::ExpandEnvironmentVariables($element.GetAttribute('path')) }
  $folder
}
$folder = $local
if ($shared.value) { $folder = $shared.value }

$framework = [IO.Path]::Combine($env:windir, 'Microsoft.NET', 'Framework64')
if (-not [IO.Directory]::Exists($framework)) { $framework = [IO.Path]::Combine($env:windir, 'Microsoft.NET', 'Framework') }
$framework = [IO.Path]::Combine($framework, 'v4.0.30319', 'Config')

$paths = @(
  $redirection
  [IO.Path]::Combine($folder, 'applicationHost.config')
  [IO.Path]::Combine($folder, 'administration.config')
  [IO.Path]::Combine($framework, 'machine.config')
  [IO.Path]::Combine($framework, 'web.config')
)
$files = foreach ($path in $paths) { Read-File $path $asked.known }
$schemas = Read-List {
  $schema = [IO.Path]::Combine($local, 'schema')
  foreach ($file in [IO.Directory]::GetFiles((Get-SeenPath $schema), '*.xml')) {
    Read-File ([IO.Path]::Combine($schema, [IO.Path]::GetFileName($file))) $asked.known
  }
}
@{ local = $local; shared = $shared; files = @($files); schemas = $schemas }
