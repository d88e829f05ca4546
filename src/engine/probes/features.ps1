@{
  components = (Read-List {
      $key = Open-Key 'SOFTWARE\Microsoft\InetStp\Components'
      try {
        foreach ($name in $key.GetValueNames()) {
          $value = Get-Number $key $name
          if ($null -ne $value) { @{ name = [string] $name; value = $value } }
        }
      } finally { $key.Close() }
    })
}
