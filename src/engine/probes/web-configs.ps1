$files = foreach ($folder in $asked.folders) {
  # Without a folder there is no file: not one at the root of some drive.
  $path = [Environment]::ExpandEnvironmentVariables([string] $folder)
  if ($path) { $path = $path.TrimEnd('\', '/') + [IO.Path]::DirectorySeparatorChar + 'web.config' }
  $file = Read-File $path
  $file.folder = [string] $folder
  $file
}
@{ files = @($files) }
