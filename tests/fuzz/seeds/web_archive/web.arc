filedesc://x.arc 0.0.0.0 20210506070809 text/plain 3
abc

http://e.org/1 192.0.2.1 20210506070809 text/html 256
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><head><title>Tram | Post</title></head><body><h1>Tram</h1><div class=byline>By Jane Doe</div><p>The council voted for the tram on Tuesday evening, after six hours of debate.</p></body></html>
