package app.keyhold.demo;

import static app.keyhold.crypto.KeySpec.*;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.util.List;

/// The keys of a small firm and the people in it.
///
/// @param name alias without prefix
/// @param age days before today at which it is made
/// @param rotation days, or 0 for none
/// @param calls how often it is used, relative to the others
record DemoKey(String name, KeySpec spec, KeyUsage usage, String description, int age, int rotation, int calls) {
    static final List<DemoKey> ALL = List.of(
            files("payroll", "Salary runs and payslips", 362, 180, 30),
            files("backups-2026", "Nightly backups", 330, 365, 40),
            files("customer-pii", "Names and addresses of customers", 362, 90, 22),
            files("db-master", "Master key of the shop's database", 300, 90, 18),
            files("contracts", "Signed contracts", 350, 365, 6),
            files("photos", "Pictures of the team", 220, 0, 3),
            files("mail-archive", "Mail older than a year", 340, 365, 5),
            files("wiki-dumps", "Weekly dump of the wiki", 290, 365, 4),
            files("tax-2025", "Tax papers of 2025", 318, 0, 2),
            files("medical", "Sick notes", 310, 180, 2),
            files("invoices", "Invoices sent", 355, 365, 9),
            files("crm-export", "Exports for the sales team", 150, 365, 3),
            files("telemetry", "Usage figures before they are counted", 120, 90, 14),
            files("staging-db", "Copy of the shop for trying things", 90, 90, 8),
            files("notebooks", "Research notebooks", 205, 365, 3),
            files("house-plans", "Plans of the new office", 60, 0, 1),
            files("old-laptop", "Disk of a laptop that was given away", 345, 365, 1),
            files("legacy-sync", "The file share before the move", 352, 0, 1),
            files("board-minutes", "Minutes of the board", 280, 365, 2),
            new DemoKey("legacy-archive", RSA_3072, KeyUsage.ENCRYPT_DECRYPT, "Archive of the old system", 352, 0, 2),
            new DemoKey("partner-inbox", RSA_2048, KeyUsage.ENCRYPT_DECRYPT, "What partners send us", 260, 0, 5),
            signing("invoice-signing", RSA_2048, "Seals on electronic invoices", 355, 8),
            signing("code-review", RSA_3072, "Approvals of changes", 240, 4),
            signing("firmware-release", RSA_4096, "Firmware images", 180, 1),
            signing("release-signing", ECC_NIST_P256, "Release archives", 361, 16),
            signing("container-signing", ECC_NIST_P256, "Container images", 200, 12),
            signing("audit-reports", ECC_NIST_P384, "Quarterly reports", 330, 2),
            signing("root-of-trust", ECC_NIST_P521, "Signs the other signing keys", 359, 1),
            signing("wallet-cold", ECC_SECG_P256K1, "Savings, rarely touched", 320, 1),
            signing("wallet-hot", ECC_SECG_P256K1, "Small payments", 320, 4),
            signing("commit-signing", ECC_NIST_EDWARDS25519, "Commits of the build", 270, 14),
            signing("packages", ECC_NIST_EDWARDS25519, "Package index", 270, 6),
            signing("ssh-ca", ECC_NIST_EDWARDS25519, "Certificates for servers", 140, 5),
            signing("updates-pq", ML_DSA_65, "Updates, safe from quantum computers", 160, 5),
            signing("root-of-trust-pq", ML_DSA_87, "Signs the other post-quantum keys", 158, 1),
            signing("badges-pq", ML_DSA_44, "Door badges", 70, 3),
            signing("beijing-receipts", SM2, "Receipts for the partner in Beijing", 170, 2),
            new DemoKey("beijing-orders", SM2, KeyUsage.ENCRYPT_DECRYPT, "Orders of the partner in Beijing", 170, 0, 2),
            new DemoKey("beijing-agreement", SM2, KeyUsage.KEY_AGREEMENT, "Key agreement with Beijing", 168, 0, 1),
            capsules("office-tunnels", ML_KEM_768, "Secrets for tunnels between offices", 130, 5),
            capsules("sensor-secrets", ML_KEM_512, "Secrets for small sensors", 95, 3),
            capsules("archive-handover", ML_KEM_1024, "Handing the archive over", 80, 1),
            new DemoKey("tls-agreement", ECC_NIST_P384, KeyUsage.KEY_AGREEMENT, "Key agreement with the bank", 250, 0, 3),
            new DemoKey("device-pairing", ECC_NIST_P256, KeyUsage.KEY_AGREEMENT, "Pairing of devices", 100, 0, 2),
            mac("webhook-mac", HMAC_256, "Webhooks to partners", 340, 24),
            mac("session-tokens", HMAC_512, "Sessions of the shop", 335, 20),
            mac("url-signing", HMAC_256, "Links that expire", 190, 10),
            mac("export-seal", HMAC_384, "Exports to the tax office", 300, 2),
            mac("sms-codes", HMAC_224, "Codes sent by text message", 75, 6));

    String alias() {
        return "alias/" + name;
    }

    private static DemoKey files(String name, String description, int age, int rotation, int calls) {
        return new DemoKey(name, SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, description, age, rotation, calls);
    }

    private static DemoKey signing(String name, KeySpec spec, String description, int age, int calls) {
        return new DemoKey(name, spec, KeyUsage.SIGN_VERIFY, description, age, 0, calls);
    }

    private static DemoKey capsules(String name, KeySpec spec, String description, int age, int calls) {
        return new DemoKey(name, spec, KeyUsage.ENCAPSULATE_DECAPSULATE, description, age, 0, calls);
    }

    private static DemoKey mac(String name, KeySpec spec, String description, int age, int calls) {
        return new DemoKey(name, spec, KeyUsage.GENERATE_VERIFY_MAC, description, age, 0, calls);
    }
}
