"""Where the exports lie, as a worker reads them: any path that Hadoop knows."""

import contextlib
import os
import tempfile
import urllib.parse


def source(uri, configuration):
    """The exports under `uri`, read directly where they are files of this machine."""
    parts = urllib.parse.urlsplit(uri)
    if parts.scheme == "file":
        return Files(urllib.parse.unquote(parts.path))
    return Hadoop(uri, configuration)


class Files:
    """A folder of this machine, or one that all machines have in the same place."""

    def __init__(self, folder):
        self.folder = folder

    def whole(self, name):
        return open(os.path.join(self.folder, name), "rb")

    @contextlib.contextmanager
    def range(self, name, start, count):
        with self.whole(name) as file, tempfile.TemporaryFile() as copy:
            file.seek(start)
            while count > 0:
                data = file.read(min(count, 1 << 20))
                if not data:
                    break
                copy.write(data)
                count -= len(data)
            copy.flush()
            copy.seek(0)
            yield copy


class Hadoop:
    """Any other path, through Hadoop's own classes in a Java machine beside the Python worker."""

    _gateway = None

    def __init__(self, uri, configuration):
        self.uri = uri
        self.configuration = configuration

    @classmethod
    def _java(cls):
        if cls._gateway is None:
            from pyspark.java_gateway import launch_gateway

            # Of the driver's Java machine, not of this one.
            for name in ("PYSPARK_GATEWAY_PORT", "PYSPARK_GATEWAY_SECRET"):
                os.environ.pop(name, None)
            cls._gateway = launch_gateway()
        return cls._gateway.jvm

    def whole(self, name):
        return self._copy(name, 0, None)

    def range(self, name, start, count):
        return self._copy(name, start, count)

    @contextlib.contextmanager
    def _copy(self, name, start, count):
        java = self._java()
        configuration = java.org.apache.hadoop.conf.Configuration()
        for key, value in self.configuration.items():
            configuration.set(key, value)
        path = java.org.apache.hadoop.fs.Path(
            java.org.apache.hadoop.fs.Path(self.uri),
            java.org.apache.hadoop.fs.Path(None, None, name))
        system = path.getFileSystem(configuration)
        length = system.getFileStatus(path).getLen() - start if count is None else count
        with tempfile.NamedTemporaryFile() as copy:
            stream = system.open(path)
            try:
                stream.seek(start)
                target = java.java.io.FileOutputStream(copy.name)
                # Hadoop's own copyBytes takes a small count for the size of a buffer.
                java.org.apache.commons.io.IOUtils.copyLarge(stream, target, 0, length)
                target.close()
            finally:
                stream.close()
            yield copy
