package app.keyhold.files;

/// What a batch's order means for one of its files.
final class JobWork {
    private JobWork() {}

    static FileResult done(FileService files, BatchOrder order, FolderWalk.Found found, Progress progress) {
        var source = found.source();
        var destination = found.destination();
        return switch (order) {
            case BatchOrder.Encrypt it when it.form() == Form.ARCHIVE -> files.archive(it, progress);
            case BatchOrder.Encrypt it ->
                files.encrypt(
                        new EncryptOrder(
                                source,
                                destination,
                                it.sealing(),
                                it.collision(),
                                it.verify(),
                                it.sync(),
                                it.rememberPaths(),
                                it.hideNames(),
                                it.original()),
                        progress);
            case BatchOrder.Decrypt it ->
                files.decrypt(
                        new DecryptOrder(
                                source,
                                destination,
                                it.collision(),
                                it.sync(),
                                it.extract(),
                                it.allowUncommitted()),
                        progress);
            case BatchOrder.Reencrypt it ->
                files.reencrypt(
                        new ReencryptOrder(
                                source,
                                it.keyIds(),
                                it.onlyOlder(),
                                it.rememberPaths(),
                                it.sync(),
                                it.allowUncommitted()),
                        progress);
        };
    }
}
