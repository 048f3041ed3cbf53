"""Places that Hadoop knows, as the driver sees them."""


class Place:
    """A path that Hadoop knows, seen from the driver."""

    def __init__(self, context, path):
        self.java = context._jvm
        self.configuration = context._jsc.hadoopConfiguration()
        self.path = self.java.org.apache.hadoop.fs.Path(path)
        self.system = self.path.getFileSystem(self.configuration)
        self.path = self.system.makeQualified(self.path)

    @property
    def uri(self):
        return self.path.toString()

    def child(self, name):
        return self.java.org.apache.hadoop.fs.Path(self.path, name)

    def exists(self):
        return self.system.exists(self.path)

    def entries(self, name=None):
        """Name, bytes and whether it is a folder, of all that lies there."""
        where = self.path if name is None else self.child(name)
        return [(s.getPath().getName(), s.getLen(), s.isDirectory())
                for s in self.system.listStatus(where)]

    def write(self, name, data):
        stream = self.system.create(self.child(name), False)
        stream.write(data)
        stream.close()

    def remove(self):
        self.system.delete(self.path, True)


def listing(entries):
    """The entries as `fentan intake plan` wants to be told of them."""
    lines = [f"{'d' if folder else 'f'} {size} {name}".encode() + b"\0"
             for name, size, folder in entries]
    return b"".join(lines)


def settings_of_hadoop(context):
    entries, settings = context._jsc.hadoopConfiguration().iterator(), {}
    while entries.hasNext():
        entry = entries.next()
        settings[entry.getKey()] = entry.getValue()
    return settings
