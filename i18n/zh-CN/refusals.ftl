## Why something was not done, and what to do next

refused-not-kept-disk-full = 磁盘已满，没有保存。清理出空间后再试一次，已填的内容还在。
refused-not-kept-too-large = 一次写入的内容太多，没有保存。请分几次办理。
refused-not-kept-failed = 账本写入失败，不能确定是否已保存。请重新打开程序核对后再试，同一次操作不会写两遍。
refused-not-kept-closed = 账本已关闭。请重新打开程序。
refused-not-kept-unreadable = 第 { $position } 条记录由更新的版本写入，请升级本机的 Redress。
refused-not-kept-lost = 第 { $first } 至 { $last } 条记录已丢失，其余照常可用。请运行核验，并从备份恢复这一段。
refused-not-kept-file-missing = 账本里的一个文件不见了。请从备份恢复该文件。
refused-not-kept-file-damaged = 账本里的一个文件已损坏。请从备份恢复该文件。
