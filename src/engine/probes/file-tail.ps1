@{
  tail = (Read-Part {
      $stream = Open-File ([Environment]::ExpandEnvironmentVariables([string] $asked.path))
      try {
        $size = $stream.Length
        $wanted = [Math]::Min([Math]::Min([long] $asked.bytes, [long] $largest), $size)
        $from = $stream.Seek($size - $wanted, [IO.SeekOrigin]::Begin)
        $bytes = [byte[]] (New-Object -TypeName byte[] -ArgumentList ([int] $wanted))
        $read = 0
        while ($read -lt $wanted) {
          $count = $stream.Read($bytes, $read, [int] $wanted - $read)
          if ($count -eq 0) { break }
          $read += $count
        }
        @{ size = $size; from = $from; bytes = [Convert]::ToBase64String($bytes, 0, $read) }
      } finally { $stream.Close() }
    })
}
