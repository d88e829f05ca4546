# The folders that IIS makes within a folder for logs.
$made = '^(?:W3SVC\d+|FTPSVC\d+|SMTPSVC\d+|HTTPERR|W3SVC|FTPSVC)$'
$limit = [int] $asked.limit
$folders = foreach ($folder in $asked.folders) {
  @{
    folder = [string] $folder
    files = (Read-List {
        $path = [Environment]::ExpandEnvironmentVariables([string] $folder)
        if (-not [IO.Path]::IsPathRooted($path)) { throw (New-Object -TypeName IO.DirectoryNotFoundException -ArgumentList $path) }
        $top = New-Object -TypeName IO.DirectoryInfo -ArgumentList (Get-SeenPath $path)
        $names = @('')
        foreach ($below in $top.GetDirectories()) { if ($below.Name -match $made) { $names += $below.Name } }
        foreach ($name in $names) {
          $shown = [IO.Path]::Combine($path, $name)
          $place = New-Object -TypeName IO.DirectoryInfo -ArgumentList ([IO.Path]::Combine($top.FullName, $name))
          $newest = $place.GetFiles() | Sort-Object -Property LastWriteTimeUtc -Descending | Select-Object -First $limit
          foreach ($file in $newest) {
            @{ path = [IO.Path]::Combine($shown, $file.Name); size = $file.Length; modified = (ConvertTo-Moment $file.LastWriteTimeUtc) }
          }
        }
      })
  }
}
@{ folders = @($folders) }
