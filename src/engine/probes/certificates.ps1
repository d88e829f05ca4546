$stores = foreach ($name in 'My', 'WebHosting') {
  @{
    name = $name
    certificates = (Read-List {
        $store = New-Object -TypeName Security.Cryptography.X509Certificates.X509Store -ArgumentList $name, ([Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine)
        # Without the second flag a store that is not there would be made.
        $flags = [Security.Cryptography.X509Certificates.OpenFlags] 'ReadOnly, OpenExistingOnly'
        $store.Open($flags)
        try {
          foreach ($certificate in $store.Certificates) {
            $names = $certificate.Extensions['2.5.29.17']
            $der = $null
            if ($null -ne $names) { $der = [Convert]::ToBase64String($names.RawData) }
            @{
              subject = [string] $certificate.Subject
              issuer = [string] $certificate.Issuer
              thumbprint = [string] $certificate.Thumbprint
              friendlyName = [string] $certificate.FriendlyName
              notBefore = (ConvertTo-Moment $certificate.NotBefore)
              notAfter = (ConvertTo-Moment $certificate.NotAfter)
              hasPrivateKey = [bool] $certificate.HasPrivateKey
              alternativeNames = $der
            }
          }
        } finally { $store.Close() }
      })
  }
}
@{ stores = @($stores) }
