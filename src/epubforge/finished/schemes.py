"""The schemes of addresses that are registered: https://www.iana.org/assignments/uri-schemes/"""

from __future__ import annotations

REGISTERED = frozenset(
    """aaa aaas about acap acct acd acr adiumxtra adt afp afs aim amss android appdata apt ar
    ark attachment aw barion bb beshare bitcoin bitcoincash blob bolo brid browserext cabal
    calculator callto cap cast casts chrome chrome-extension cid coap coap+tcp coap+ws coaps
    coaps+tcp coaps+ws com-eventbrite-attendee content content-type crid cstr cvs dab dat
    data dav dhttp diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp doi dpp
    drm drop dtmi dtn dvb dvx dweb ed2k eid elsi embedded ens ethereum example facetime fax
    feed feedready fido file filesystem finger first-run-pen-experience fish fm ftp
    fuchsia-pkg geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp
    hs20 http https hxxp hxxps hydrazone hyper iax icap icon im imap info iotdisco ipfs ipn
    ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz iris.xpc iris.xpcs isostore itms
    jabber jar javascript jms keyparc lastfm lbry ldap ldaps leaptofrogans lid lorawan lpa
    lvlt magnet mailserver mailto maps market matrix message mid mms modem mongodb moz mqtt
    mqtts msrp msrps mss mt mtqp mumble mupdate mvn news nfs ni nih nntp notes num ocf oid
    onenote opaquelocktoken openid openpgp4fpr otpauth p1 pack palm paparazzi payment payto
    pkcs11 platform pop pres prospero proxy psyc pwid qb query quic-transport redis rediss
    reload res resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token
    service session sftp sgn shc shttp sieve simpleledger simplex sip sips skype smb smp sms
    smtp snews snmp soap.beep soap.beeps soldat spiffe spotify ssb ssh starknet steam stun
    stuns submit svn swh swid swidpath tag taler teamspeak tel teliaeid telnet tftp things
    thismessage tip tn3270 tool turn turns tv udp unreal upt urn ut2004 uuid-in-package
    v-event vemmi ventrilo ves videotex view-source vnc vscode vsls w3 wais wcr web3 webcal
    wifi wpid ws wss wtai wyciwyg xcon xcon-userid xfire xftp xmlrpc.beep xmlrpc.beeps xmpp
    xri ymsgr z39.50 z39.50r z39.50s""".split()
)
