/* Stands before the C library in a process whose disk is to fail: while the file named by FAILING_SYNC exists, syncing a
   write-ahead log reports an I/O error, and only one does if the file's neighbour ending in .once exists. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_log(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 4) return 0;
    path[length] = 0;
    return strcmp(path + length - 4, "-wal") == 0;
}

static int fails(int fd) {
    const char *wanted = getenv("FAILING_SYNC");
    if (!wanted || !is_log(fd)) return 0;
    if (access(wanted, F_OK) != 0) return 0;
    char once[4096];
    snprintf(once, sizeof once, "%s.once", wanted);
    if (access(once, F_OK) == 0) unlink(wanted);
    return 1;
}

int fsync(int fd) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, "fsync");
    if (fails(fd)) { errno = EIO; return -1; }
    return real(fd);
}

int fdatasync(int fd) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
    if (fails(fd)) { errno = EIO; return -1; }
    return real(fd);
}
