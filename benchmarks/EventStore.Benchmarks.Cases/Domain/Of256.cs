using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 256 events.</summary>
[Aggregate("of-256")]
public sealed partial class Of256 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(SalesOrderPaid e) => Sum += e.Value + 1;
    public void When(SalesOrderShipped e) => Sum += e.Value + 2;
    public void When(SalesOrderCancelled e) => Sum += e.Value + 3;
    public void When(SalesItemAdded e) => Sum += e.Value + 4;
    public void When(SalesItemRemoved e) => Sum += e.Value + 5;
    public void When(SalesCustomerRenamed e) => Sum += e.Value + 6;
    public void When(SalesAddressCorrected e) => Sum += e.Value + 7;
    public void When(SalesPaymentAuthorised e) => Sum += e.Value + 8;
    public void When(SalesPaymentCaptured e) => Sum += e.Value + 9;
    public void When(SalesPaymentRefused e) => Sum += e.Value + 10;
    public void When(SalesRefundIssued e) => Sum += e.Value + 11;
    public void When(SalesNoteTaken e) => Sum += e.Value + 12;
    public void When(BillingOrderPlaced e) => Sum += e.Value + 13;
    public void When(BillingOrderPaid e) => Sum += e.Value + 14;
    public void When(BillingOrderShipped e) => Sum += e.Value + 15;
    public void When(BillingOrderCancelled e) => Sum += e.Value + 16;
    public void When(BillingItemAdded e) => Sum += e.Value + 17;
    public void When(BillingCustomerRegistered e) => Sum += e.Value + 18;
    public void When(BillingCustomerRenamed e) => Sum += e.Value + 19;
    public void When(BillingAddressCorrected e) => Sum += e.Value + 20;
    public void When(BillingPaymentAuthorised e) => Sum += e.Value + 21;
    public void When(BillingPaymentCaptured e) => Sum += e.Value + 22;
    public void When(BillingPaymentRefused e) => Sum += e.Value + 23;
    public void When(BillingInvoiceSent e) => Sum += e.Value + 24;
    public void When(BillingNoteTaken e) => Sum += e.Value + 25;
    public void When(WarehouseOrderPlaced e) => Sum += e.Value + 26;
    public void When(WarehouseOrderPaid e) => Sum += e.Value + 27;
    public void When(WarehouseOrderShipped e) => Sum += e.Value + 28;
    public void When(WarehouseOrderCancelled e) => Sum += e.Value + 29;
    public void When(WarehouseItemRemoved e) => Sum += e.Value + 30;
    public void When(WarehouseCustomerRegistered e) => Sum += e.Value + 31;
    public void When(WarehouseCustomerRenamed e) => Sum += e.Value + 32;
    public void When(WarehouseAddressCorrected e) => Sum += e.Value + 33;
    public void When(WarehousePaymentAuthorised e) => Sum += e.Value + 34;
    public void When(WarehousePaymentRefused e) => Sum += e.Value + 35;
    public void When(WarehouseRefundIssued e) => Sum += e.Value + 36;
    public void When(WarehouseInvoiceSent e) => Sum += e.Value + 37;
    public void When(WarehouseNoteTaken e) => Sum += e.Value + 38;
    public void When(CrmOrderPlaced e) => Sum += e.Value + 39;
    public void When(CrmOrderPaid e) => Sum += e.Value + 40;
    public void When(CrmOrderCancelled e) => Sum += e.Value + 41;
    public void When(CrmItemAdded e) => Sum += e.Value + 42;
    public void When(CrmItemRemoved e) => Sum += e.Value + 43;
    public void When(CrmCustomerRegistered e) => Sum += e.Value + 44;
    public void When(CrmCustomerRenamed e) => Sum += e.Value + 45;
    public void When(CrmAddressCorrected e) => Sum += e.Value + 46;
    public void When(CrmPaymentCaptured e) => Sum += e.Value + 47;
    public void When(CrmPaymentRefused e) => Sum += e.Value + 48;
    public void When(CrmRefundIssued e) => Sum += e.Value + 49;
    public void When(CrmInvoiceSent e) => Sum += e.Value + 50;
    public void When(CrmNoteTaken e) => Sum += e.Value + 51;
    public void When(ShippingOrderPlaced e) => Sum += e.Value + 52;
    public void When(ShippingOrderShipped e) => Sum += e.Value + 53;
    public void When(ShippingOrderCancelled e) => Sum += e.Value + 54;
    public void When(ShippingItemAdded e) => Sum += e.Value + 55;
    public void When(ShippingItemRemoved e) => Sum += e.Value + 56;
    public void When(ShippingCustomerRegistered e) => Sum += e.Value + 57;
    public void When(ShippingCustomerRenamed e) => Sum += e.Value + 58;
    public void When(ShippingPaymentAuthorised e) => Sum += e.Value + 59;
    public void When(ShippingPaymentCaptured e) => Sum += e.Value + 60;
    public void When(ShippingPaymentRefused e) => Sum += e.Value + 61;
    public void When(ShippingRefundIssued e) => Sum += e.Value + 62;
    public void When(ShippingInvoiceSent e) => Sum += e.Value + 63;
    public void When(CatalogueOrderPlaced e) => Sum += e.Value + 64;
    public void When(CatalogueOrderPaid e) => Sum += e.Value + 65;
    public void When(CatalogueOrderShipped e) => Sum += e.Value + 66;
    public void When(CatalogueOrderCancelled e) => Sum += e.Value + 67;
    public void When(CatalogueItemAdded e) => Sum += e.Value + 68;
    public void When(CatalogueItemRemoved e) => Sum += e.Value + 69;
    public void When(CatalogueCustomerRenamed e) => Sum += e.Value + 70;
    public void When(CatalogueAddressCorrected e) => Sum += e.Value + 71;
    public void When(CataloguePaymentAuthorised e) => Sum += e.Value + 72;
    public void When(CataloguePaymentCaptured e) => Sum += e.Value + 73;
    public void When(CataloguePaymentRefused e) => Sum += e.Value + 74;
    public void When(CatalogueRefundIssued e) => Sum += e.Value + 75;
    public void When(CatalogueNoteTaken e) => Sum += e.Value + 76;
    public void When(SupportOrderPlaced e) => Sum += e.Value + 77;
    public void When(SupportOrderPaid e) => Sum += e.Value + 78;
    public void When(SupportOrderShipped e) => Sum += e.Value + 79;
    public void When(SupportOrderCancelled e) => Sum += e.Value + 80;
    public void When(SupportItemAdded e) => Sum += e.Value + 81;
    public void When(SupportCustomerRegistered e) => Sum += e.Value + 82;
    public void When(SupportCustomerRenamed e) => Sum += e.Value + 83;
    public void When(SupportAddressCorrected e) => Sum += e.Value + 84;
    public void When(SupportPaymentAuthorised e) => Sum += e.Value + 85;
    public void When(SupportPaymentCaptured e) => Sum += e.Value + 86;
    public void When(SupportPaymentRefused e) => Sum += e.Value + 87;
    public void When(SupportInvoiceSent e) => Sum += e.Value + 88;
    public void When(SupportNoteTaken e) => Sum += e.Value + 89;
    public void When(LoyaltyOrderPlaced e) => Sum += e.Value + 90;
    public void When(LoyaltyOrderPaid e) => Sum += e.Value + 91;
    public void When(LoyaltyOrderShipped e) => Sum += e.Value + 92;
    public void When(LoyaltyOrderCancelled e) => Sum += e.Value + 93;
    public void When(LoyaltyItemRemoved e) => Sum += e.Value + 94;
    public void When(LoyaltyCustomerRegistered e) => Sum += e.Value + 95;
    public void When(LoyaltyCustomerRenamed e) => Sum += e.Value + 96;
    public void When(LoyaltyAddressCorrected e) => Sum += e.Value + 97;
    public void When(LoyaltyPaymentAuthorised e) => Sum += e.Value + 98;
    public void When(LoyaltyPaymentRefused e) => Sum += e.Value + 99;
    public void When(LoyaltyRefundIssued e) => Sum += e.Value + 100;
    public void When(LoyaltyInvoiceSent e) => Sum += e.Value + 101;
    public void When(LoyaltyNoteTaken e) => Sum += e.Value + 102;
    public void When(ReturnsOrderPlaced e) => Sum += e.Value + 103;
    public void When(ReturnsOrderPaid e) => Sum += e.Value + 104;
    public void When(ReturnsOrderCancelled e) => Sum += e.Value + 105;
    public void When(ReturnsItemAdded e) => Sum += e.Value + 106;
    public void When(ReturnsItemRemoved e) => Sum += e.Value + 107;
    public void When(ReturnsCustomerRegistered e) => Sum += e.Value + 108;
    public void When(ReturnsCustomerRenamed e) => Sum += e.Value + 109;
    public void When(ReturnsAddressCorrected e) => Sum += e.Value + 110;
    public void When(ReturnsPaymentCaptured e) => Sum += e.Value + 111;
    public void When(ReturnsPaymentRefused e) => Sum += e.Value + 112;
    public void When(ReturnsRefundIssued e) => Sum += e.Value + 113;
    public void When(ReturnsInvoiceSent e) => Sum += e.Value + 114;
    public void When(ReturnsNoteTaken e) => Sum += e.Value + 115;
    public void When(PricingOrderPlaced e) => Sum += e.Value + 116;
    public void When(PricingOrderShipped e) => Sum += e.Value + 117;
    public void When(PricingOrderCancelled e) => Sum += e.Value + 118;
    public void When(PricingItemAdded e) => Sum += e.Value + 119;
    public void When(PricingItemRemoved e) => Sum += e.Value + 120;
    public void When(PricingCustomerRegistered e) => Sum += e.Value + 121;
    public void When(PricingCustomerRenamed e) => Sum += e.Value + 122;
    public void When(PricingPaymentAuthorised e) => Sum += e.Value + 123;
    public void When(PricingPaymentCaptured e) => Sum += e.Value + 124;
    public void When(PricingPaymentRefused e) => Sum += e.Value + 125;
    public void When(PricingRefundIssued e) => Sum += e.Value + 126;
    public void When(PricingInvoiceSent e) => Sum += e.Value + 127;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 128;
    public void When(FraudOrderPaid e) => Sum += e.Value + 129;
    public void When(FraudOrderShipped e) => Sum += e.Value + 130;
    public void When(FraudOrderCancelled e) => Sum += e.Value + 131;
    public void When(FraudItemAdded e) => Sum += e.Value + 132;
    public void When(FraudItemRemoved e) => Sum += e.Value + 133;
    public void When(FraudCustomerRenamed e) => Sum += e.Value + 134;
    public void When(FraudAddressCorrected e) => Sum += e.Value + 135;
    public void When(FraudPaymentAuthorised e) => Sum += e.Value + 136;
    public void When(FraudPaymentCaptured e) => Sum += e.Value + 137;
    public void When(FraudPaymentRefused e) => Sum += e.Value + 138;
    public void When(FraudRefundIssued e) => Sum += e.Value + 139;
    public void When(FraudNoteTaken e) => Sum += e.Value + 140;
    public void When(AuditOrderPlaced e) => Sum += e.Value + 141;
    public void When(AuditOrderPaid e) => Sum += e.Value + 142;
    public void When(AuditOrderShipped e) => Sum += e.Value + 143;
    public void When(AuditOrderCancelled e) => Sum += e.Value + 144;
    public void When(AuditItemAdded e) => Sum += e.Value + 145;
    public void When(AuditCustomerRegistered e) => Sum += e.Value + 146;
    public void When(AuditCustomerRenamed e) => Sum += e.Value + 147;
    public void When(AuditAddressCorrected e) => Sum += e.Value + 148;
    public void When(AuditPaymentAuthorised e) => Sum += e.Value + 149;
    public void When(AuditPaymentCaptured e) => Sum += e.Value + 150;
    public void When(AuditPaymentRefused e) => Sum += e.Value + 151;
    public void When(AuditInvoiceSent e) => Sum += e.Value + 152;
    public void When(AuditNoteTaken e) => Sum += e.Value + 153;
    public void When(IdentityOrderPlaced e) => Sum += e.Value + 154;
    public void When(IdentityOrderPaid e) => Sum += e.Value + 155;
    public void When(IdentityOrderShipped e) => Sum += e.Value + 156;
    public void When(IdentityOrderCancelled e) => Sum += e.Value + 157;
    public void When(IdentityItemRemoved e) => Sum += e.Value + 158;
    public void When(IdentityCustomerRegistered e) => Sum += e.Value + 159;
    public void When(IdentityCustomerRenamed e) => Sum += e.Value + 160;
    public void When(IdentityAddressCorrected e) => Sum += e.Value + 161;
    public void When(IdentityPaymentAuthorised e) => Sum += e.Value + 162;
    public void When(IdentityPaymentRefused e) => Sum += e.Value + 163;
    public void When(IdentityRefundIssued e) => Sum += e.Value + 164;
    public void When(IdentityInvoiceSent e) => Sum += e.Value + 165;
    public void When(IdentityNoteTaken e) => Sum += e.Value + 166;
    public void When(ReportingOrderPlaced e) => Sum += e.Value + 167;
    public void When(ReportingOrderPaid e) => Sum += e.Value + 168;
    public void When(ReportingOrderCancelled e) => Sum += e.Value + 169;
    public void When(ReportingItemAdded e) => Sum += e.Value + 170;
    public void When(ReportingItemRemoved e) => Sum += e.Value + 171;
    public void When(ReportingCustomerRegistered e) => Sum += e.Value + 172;
    public void When(ReportingCustomerRenamed e) => Sum += e.Value + 173;
    public void When(ReportingAddressCorrected e) => Sum += e.Value + 174;
    public void When(ReportingPaymentCaptured e) => Sum += e.Value + 175;
    public void When(ReportingPaymentRefused e) => Sum += e.Value + 176;
    public void When(ReportingRefundIssued e) => Sum += e.Value + 177;
    public void When(ReportingInvoiceSent e) => Sum += e.Value + 178;
    public void When(ReportingNoteTaken e) => Sum += e.Value + 179;
    public void When(PartnersOrderPlaced e) => Sum += e.Value + 180;
    public void When(PartnersOrderShipped e) => Sum += e.Value + 181;
    public void When(PartnersOrderCancelled e) => Sum += e.Value + 182;
    public void When(PartnersItemAdded e) => Sum += e.Value + 183;
    public void When(PartnersItemRemoved e) => Sum += e.Value + 184;
    public void When(PartnersCustomerRegistered e) => Sum += e.Value + 185;
    public void When(PartnersCustomerRenamed e) => Sum += e.Value + 186;
    public void When(PartnersPaymentAuthorised e) => Sum += e.Value + 187;
    public void When(PartnersPaymentCaptured e) => Sum += e.Value + 188;
    public void When(PartnersPaymentRefused e) => Sum += e.Value + 189;
    public void When(PartnersRefundIssued e) => Sum += e.Value + 190;
    public void When(PartnersInvoiceSent e) => Sum += e.Value + 191;
    public void When(SearchOrderPlaced e) => Sum += e.Value + 192;
    public void When(SearchOrderPaid e) => Sum += e.Value + 193;
    public void When(SearchOrderShipped e) => Sum += e.Value + 194;
    public void When(SearchOrderCancelled e) => Sum += e.Value + 195;
    public void When(SearchItemAdded e) => Sum += e.Value + 196;
    public void When(SearchItemRemoved e) => Sum += e.Value + 197;
    public void When(SearchCustomerRenamed e) => Sum += e.Value + 198;
    public void When(SearchAddressCorrected e) => Sum += e.Value + 199;
    public void When(SearchPaymentAuthorised e) => Sum += e.Value + 200;
    public void When(SearchPaymentCaptured e) => Sum += e.Value + 201;
    public void When(SearchPaymentRefused e) => Sum += e.Value + 202;
    public void When(SearchRefundIssued e) => Sum += e.Value + 203;
    public void When(SearchNoteTaken e) => Sum += e.Value + 204;
    public void When(PayrollOrderPlaced e) => Sum += e.Value + 205;
    public void When(PayrollOrderPaid e) => Sum += e.Value + 206;
    public void When(PayrollOrderShipped e) => Sum += e.Value + 207;
    public void When(PayrollOrderCancelled e) => Sum += e.Value + 208;
    public void When(PayrollItemAdded e) => Sum += e.Value + 209;
    public void When(PayrollCustomerRegistered e) => Sum += e.Value + 210;
    public void When(PayrollCustomerRenamed e) => Sum += e.Value + 211;
    public void When(PayrollAddressCorrected e) => Sum += e.Value + 212;
    public void When(PayrollPaymentAuthorised e) => Sum += e.Value + 213;
    public void When(PayrollPaymentCaptured e) => Sum += e.Value + 214;
    public void When(PayrollPaymentRefused e) => Sum += e.Value + 215;
    public void When(PayrollInvoiceSent e) => Sum += e.Value + 216;
    public void When(PayrollNoteTaken e) => Sum += e.Value + 217;
    public void When(PlanningOrderPlaced e) => Sum += e.Value + 218;
    public void When(PlanningOrderPaid e) => Sum += e.Value + 219;
    public void When(PlanningOrderShipped e) => Sum += e.Value + 220;
    public void When(PlanningOrderCancelled e) => Sum += e.Value + 221;
    public void When(PlanningItemRemoved e) => Sum += e.Value + 222;
    public void When(PlanningCustomerRegistered e) => Sum += e.Value + 223;
    public void When(PlanningCustomerRenamed e) => Sum += e.Value + 224;
    public void When(PlanningAddressCorrected e) => Sum += e.Value + 225;
    public void When(PlanningPaymentAuthorised e) => Sum += e.Value + 226;
    public void When(PlanningPaymentRefused e) => Sum += e.Value + 227;
    public void When(PlanningRefundIssued e) => Sum += e.Value + 228;
    public void When(PlanningInvoiceSent e) => Sum += e.Value + 229;
    public void When(PlanningNoteTaken e) => Sum += e.Value + 230;
    public void When(QualityOrderPlaced e) => Sum += e.Value + 231;
    public void When(QualityOrderPaid e) => Sum += e.Value + 232;
    public void When(QualityOrderCancelled e) => Sum += e.Value + 233;
    public void When(QualityItemAdded e) => Sum += e.Value + 234;
    public void When(QualityItemRemoved e) => Sum += e.Value + 235;
    public void When(QualityCustomerRegistered e) => Sum += e.Value + 236;
    public void When(QualityCustomerRenamed e) => Sum += e.Value + 237;
    public void When(QualityAddressCorrected e) => Sum += e.Value + 238;
    public void When(QualityPaymentCaptured e) => Sum += e.Value + 239;
    public void When(QualityPaymentRefused e) => Sum += e.Value + 240;
    public void When(QualityRefundIssued e) => Sum += e.Value + 241;
    public void When(QualityInvoiceSent e) => Sum += e.Value + 242;
    public void When(QualityNoteTaken e) => Sum += e.Value + 243;
    public void When(AssetsOrderPlaced e) => Sum += e.Value + 244;
    public void When(AssetsOrderShipped e) => Sum += e.Value + 245;
    public void When(AssetsOrderCancelled e) => Sum += e.Value + 246;
    public void When(AssetsItemAdded e) => Sum += e.Value + 247;
    public void When(AssetsItemRemoved e) => Sum += e.Value + 248;
    public void When(AssetsCustomerRegistered e) => Sum += e.Value + 249;
    public void When(AssetsCustomerRenamed e) => Sum += e.Value + 250;
    public void When(AssetsPaymentAuthorised e) => Sum += e.Value + 251;
    public void When(AssetsPaymentCaptured e) => Sum += e.Value + 252;
    public void When(AssetsPaymentRefused e) => Sum += e.Value + 253;
    public void When(AssetsRefundIssued e) => Sum += e.Value + 254;
    public void When(AssetsInvoiceSent e) => Sum += e.Value + 255;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten256
{
    public static Of256 Switch(Of256 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((SalesOrderPaid)payload); return aggregate;
            case 2: aggregate.When((SalesOrderShipped)payload); return aggregate;
            case 3: aggregate.When((SalesOrderCancelled)payload); return aggregate;
            case 4: aggregate.When((SalesItemAdded)payload); return aggregate;
            case 5: aggregate.When((SalesItemRemoved)payload); return aggregate;
            case 6: aggregate.When((SalesCustomerRenamed)payload); return aggregate;
            case 7: aggregate.When((SalesAddressCorrected)payload); return aggregate;
            case 8: aggregate.When((SalesPaymentAuthorised)payload); return aggregate;
            case 9: aggregate.When((SalesPaymentCaptured)payload); return aggregate;
            case 10: aggregate.When((SalesPaymentRefused)payload); return aggregate;
            case 11: aggregate.When((SalesRefundIssued)payload); return aggregate;
            case 12: aggregate.When((SalesNoteTaken)payload); return aggregate;
            case 13: aggregate.When((BillingOrderPlaced)payload); return aggregate;
            case 14: aggregate.When((BillingOrderPaid)payload); return aggregate;
            case 15: aggregate.When((BillingOrderShipped)payload); return aggregate;
            case 16: aggregate.When((BillingOrderCancelled)payload); return aggregate;
            case 17: aggregate.When((BillingItemAdded)payload); return aggregate;
            case 18: aggregate.When((BillingCustomerRegistered)payload); return aggregate;
            case 19: aggregate.When((BillingCustomerRenamed)payload); return aggregate;
            case 20: aggregate.When((BillingAddressCorrected)payload); return aggregate;
            case 21: aggregate.When((BillingPaymentAuthorised)payload); return aggregate;
            case 22: aggregate.When((BillingPaymentCaptured)payload); return aggregate;
            case 23: aggregate.When((BillingPaymentRefused)payload); return aggregate;
            case 24: aggregate.When((BillingInvoiceSent)payload); return aggregate;
            case 25: aggregate.When((BillingNoteTaken)payload); return aggregate;
            case 26: aggregate.When((WarehouseOrderPlaced)payload); return aggregate;
            case 27: aggregate.When((WarehouseOrderPaid)payload); return aggregate;
            case 28: aggregate.When((WarehouseOrderShipped)payload); return aggregate;
            case 29: aggregate.When((WarehouseOrderCancelled)payload); return aggregate;
            case 30: aggregate.When((WarehouseItemRemoved)payload); return aggregate;
            case 31: aggregate.When((WarehouseCustomerRegistered)payload); return aggregate;
            case 32: aggregate.When((WarehouseCustomerRenamed)payload); return aggregate;
            case 33: aggregate.When((WarehouseAddressCorrected)payload); return aggregate;
            case 34: aggregate.When((WarehousePaymentAuthorised)payload); return aggregate;
            case 35: aggregate.When((WarehousePaymentRefused)payload); return aggregate;
            case 36: aggregate.When((WarehouseRefundIssued)payload); return aggregate;
            case 37: aggregate.When((WarehouseInvoiceSent)payload); return aggregate;
            case 38: aggregate.When((WarehouseNoteTaken)payload); return aggregate;
            case 39: aggregate.When((CrmOrderPlaced)payload); return aggregate;
            case 40: aggregate.When((CrmOrderPaid)payload); return aggregate;
            case 41: aggregate.When((CrmOrderCancelled)payload); return aggregate;
            case 42: aggregate.When((CrmItemAdded)payload); return aggregate;
            case 43: aggregate.When((CrmItemRemoved)payload); return aggregate;
            case 44: aggregate.When((CrmCustomerRegistered)payload); return aggregate;
            case 45: aggregate.When((CrmCustomerRenamed)payload); return aggregate;
            case 46: aggregate.When((CrmAddressCorrected)payload); return aggregate;
            case 47: aggregate.When((CrmPaymentCaptured)payload); return aggregate;
            case 48: aggregate.When((CrmPaymentRefused)payload); return aggregate;
            case 49: aggregate.When((CrmRefundIssued)payload); return aggregate;
            case 50: aggregate.When((CrmInvoiceSent)payload); return aggregate;
            case 51: aggregate.When((CrmNoteTaken)payload); return aggregate;
            case 52: aggregate.When((ShippingOrderPlaced)payload); return aggregate;
            case 53: aggregate.When((ShippingOrderShipped)payload); return aggregate;
            case 54: aggregate.When((ShippingOrderCancelled)payload); return aggregate;
            case 55: aggregate.When((ShippingItemAdded)payload); return aggregate;
            case 56: aggregate.When((ShippingItemRemoved)payload); return aggregate;
            case 57: aggregate.When((ShippingCustomerRegistered)payload); return aggregate;
            case 58: aggregate.When((ShippingCustomerRenamed)payload); return aggregate;
            case 59: aggregate.When((ShippingPaymentAuthorised)payload); return aggregate;
            case 60: aggregate.When((ShippingPaymentCaptured)payload); return aggregate;
            case 61: aggregate.When((ShippingPaymentRefused)payload); return aggregate;
            case 62: aggregate.When((ShippingRefundIssued)payload); return aggregate;
            case 63: aggregate.When((ShippingInvoiceSent)payload); return aggregate;
            case 64: aggregate.When((CatalogueOrderPlaced)payload); return aggregate;
            case 65: aggregate.When((CatalogueOrderPaid)payload); return aggregate;
            case 66: aggregate.When((CatalogueOrderShipped)payload); return aggregate;
            case 67: aggregate.When((CatalogueOrderCancelled)payload); return aggregate;
            case 68: aggregate.When((CatalogueItemAdded)payload); return aggregate;
            case 69: aggregate.When((CatalogueItemRemoved)payload); return aggregate;
            case 70: aggregate.When((CatalogueCustomerRenamed)payload); return aggregate;
            case 71: aggregate.When((CatalogueAddressCorrected)payload); return aggregate;
            case 72: aggregate.When((CataloguePaymentAuthorised)payload); return aggregate;
            case 73: aggregate.When((CataloguePaymentCaptured)payload); return aggregate;
            case 74: aggregate.When((CataloguePaymentRefused)payload); return aggregate;
            case 75: aggregate.When((CatalogueRefundIssued)payload); return aggregate;
            case 76: aggregate.When((CatalogueNoteTaken)payload); return aggregate;
            case 77: aggregate.When((SupportOrderPlaced)payload); return aggregate;
            case 78: aggregate.When((SupportOrderPaid)payload); return aggregate;
            case 79: aggregate.When((SupportOrderShipped)payload); return aggregate;
            case 80: aggregate.When((SupportOrderCancelled)payload); return aggregate;
            case 81: aggregate.When((SupportItemAdded)payload); return aggregate;
            case 82: aggregate.When((SupportCustomerRegistered)payload); return aggregate;
            case 83: aggregate.When((SupportCustomerRenamed)payload); return aggregate;
            case 84: aggregate.When((SupportAddressCorrected)payload); return aggregate;
            case 85: aggregate.When((SupportPaymentAuthorised)payload); return aggregate;
            case 86: aggregate.When((SupportPaymentCaptured)payload); return aggregate;
            case 87: aggregate.When((SupportPaymentRefused)payload); return aggregate;
            case 88: aggregate.When((SupportInvoiceSent)payload); return aggregate;
            case 89: aggregate.When((SupportNoteTaken)payload); return aggregate;
            case 90: aggregate.When((LoyaltyOrderPlaced)payload); return aggregate;
            case 91: aggregate.When((LoyaltyOrderPaid)payload); return aggregate;
            case 92: aggregate.When((LoyaltyOrderShipped)payload); return aggregate;
            case 93: aggregate.When((LoyaltyOrderCancelled)payload); return aggregate;
            case 94: aggregate.When((LoyaltyItemRemoved)payload); return aggregate;
            case 95: aggregate.When((LoyaltyCustomerRegistered)payload); return aggregate;
            case 96: aggregate.When((LoyaltyCustomerRenamed)payload); return aggregate;
            case 97: aggregate.When((LoyaltyAddressCorrected)payload); return aggregate;
            case 98: aggregate.When((LoyaltyPaymentAuthorised)payload); return aggregate;
            case 99: aggregate.When((LoyaltyPaymentRefused)payload); return aggregate;
            case 100: aggregate.When((LoyaltyRefundIssued)payload); return aggregate;
            case 101: aggregate.When((LoyaltyInvoiceSent)payload); return aggregate;
            case 102: aggregate.When((LoyaltyNoteTaken)payload); return aggregate;
            case 103: aggregate.When((ReturnsOrderPlaced)payload); return aggregate;
            case 104: aggregate.When((ReturnsOrderPaid)payload); return aggregate;
            case 105: aggregate.When((ReturnsOrderCancelled)payload); return aggregate;
            case 106: aggregate.When((ReturnsItemAdded)payload); return aggregate;
            case 107: aggregate.When((ReturnsItemRemoved)payload); return aggregate;
            case 108: aggregate.When((ReturnsCustomerRegistered)payload); return aggregate;
            case 109: aggregate.When((ReturnsCustomerRenamed)payload); return aggregate;
            case 110: aggregate.When((ReturnsAddressCorrected)payload); return aggregate;
            case 111: aggregate.When((ReturnsPaymentCaptured)payload); return aggregate;
            case 112: aggregate.When((ReturnsPaymentRefused)payload); return aggregate;
            case 113: aggregate.When((ReturnsRefundIssued)payload); return aggregate;
            case 114: aggregate.When((ReturnsInvoiceSent)payload); return aggregate;
            case 115: aggregate.When((ReturnsNoteTaken)payload); return aggregate;
            case 116: aggregate.When((PricingOrderPlaced)payload); return aggregate;
            case 117: aggregate.When((PricingOrderShipped)payload); return aggregate;
            case 118: aggregate.When((PricingOrderCancelled)payload); return aggregate;
            case 119: aggregate.When((PricingItemAdded)payload); return aggregate;
            case 120: aggregate.When((PricingItemRemoved)payload); return aggregate;
            case 121: aggregate.When((PricingCustomerRegistered)payload); return aggregate;
            case 122: aggregate.When((PricingCustomerRenamed)payload); return aggregate;
            case 123: aggregate.When((PricingPaymentAuthorised)payload); return aggregate;
            case 124: aggregate.When((PricingPaymentCaptured)payload); return aggregate;
            case 125: aggregate.When((PricingPaymentRefused)payload); return aggregate;
            case 126: aggregate.When((PricingRefundIssued)payload); return aggregate;
            case 127: aggregate.When((PricingInvoiceSent)payload); return aggregate;
            case 128: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            case 129: aggregate.When((FraudOrderPaid)payload); return aggregate;
            case 130: aggregate.When((FraudOrderShipped)payload); return aggregate;
            case 131: aggregate.When((FraudOrderCancelled)payload); return aggregate;
            case 132: aggregate.When((FraudItemAdded)payload); return aggregate;
            case 133: aggregate.When((FraudItemRemoved)payload); return aggregate;
            case 134: aggregate.When((FraudCustomerRenamed)payload); return aggregate;
            case 135: aggregate.When((FraudAddressCorrected)payload); return aggregate;
            case 136: aggregate.When((FraudPaymentAuthorised)payload); return aggregate;
            case 137: aggregate.When((FraudPaymentCaptured)payload); return aggregate;
            case 138: aggregate.When((FraudPaymentRefused)payload); return aggregate;
            case 139: aggregate.When((FraudRefundIssued)payload); return aggregate;
            case 140: aggregate.When((FraudNoteTaken)payload); return aggregate;
            case 141: aggregate.When((AuditOrderPlaced)payload); return aggregate;
            case 142: aggregate.When((AuditOrderPaid)payload); return aggregate;
            case 143: aggregate.When((AuditOrderShipped)payload); return aggregate;
            case 144: aggregate.When((AuditOrderCancelled)payload); return aggregate;
            case 145: aggregate.When((AuditItemAdded)payload); return aggregate;
            case 146: aggregate.When((AuditCustomerRegistered)payload); return aggregate;
            case 147: aggregate.When((AuditCustomerRenamed)payload); return aggregate;
            case 148: aggregate.When((AuditAddressCorrected)payload); return aggregate;
            case 149: aggregate.When((AuditPaymentAuthorised)payload); return aggregate;
            case 150: aggregate.When((AuditPaymentCaptured)payload); return aggregate;
            case 151: aggregate.When((AuditPaymentRefused)payload); return aggregate;
            case 152: aggregate.When((AuditInvoiceSent)payload); return aggregate;
            case 153: aggregate.When((AuditNoteTaken)payload); return aggregate;
            case 154: aggregate.When((IdentityOrderPlaced)payload); return aggregate;
            case 155: aggregate.When((IdentityOrderPaid)payload); return aggregate;
            case 156: aggregate.When((IdentityOrderShipped)payload); return aggregate;
            case 157: aggregate.When((IdentityOrderCancelled)payload); return aggregate;
            case 158: aggregate.When((IdentityItemRemoved)payload); return aggregate;
            case 159: aggregate.When((IdentityCustomerRegistered)payload); return aggregate;
            case 160: aggregate.When((IdentityCustomerRenamed)payload); return aggregate;
            case 161: aggregate.When((IdentityAddressCorrected)payload); return aggregate;
            case 162: aggregate.When((IdentityPaymentAuthorised)payload); return aggregate;
            case 163: aggregate.When((IdentityPaymentRefused)payload); return aggregate;
            case 164: aggregate.When((IdentityRefundIssued)payload); return aggregate;
            case 165: aggregate.When((IdentityInvoiceSent)payload); return aggregate;
            case 166: aggregate.When((IdentityNoteTaken)payload); return aggregate;
            case 167: aggregate.When((ReportingOrderPlaced)payload); return aggregate;
            case 168: aggregate.When((ReportingOrderPaid)payload); return aggregate;
            case 169: aggregate.When((ReportingOrderCancelled)payload); return aggregate;
            case 170: aggregate.When((ReportingItemAdded)payload); return aggregate;
            case 171: aggregate.When((ReportingItemRemoved)payload); return aggregate;
            case 172: aggregate.When((ReportingCustomerRegistered)payload); return aggregate;
            case 173: aggregate.When((ReportingCustomerRenamed)payload); return aggregate;
            case 174: aggregate.When((ReportingAddressCorrected)payload); return aggregate;
            case 175: aggregate.When((ReportingPaymentCaptured)payload); return aggregate;
            case 176: aggregate.When((ReportingPaymentRefused)payload); return aggregate;
            case 177: aggregate.When((ReportingRefundIssued)payload); return aggregate;
            case 178: aggregate.When((ReportingInvoiceSent)payload); return aggregate;
            case 179: aggregate.When((ReportingNoteTaken)payload); return aggregate;
            case 180: aggregate.When((PartnersOrderPlaced)payload); return aggregate;
            case 181: aggregate.When((PartnersOrderShipped)payload); return aggregate;
            case 182: aggregate.When((PartnersOrderCancelled)payload); return aggregate;
            case 183: aggregate.When((PartnersItemAdded)payload); return aggregate;
            case 184: aggregate.When((PartnersItemRemoved)payload); return aggregate;
            case 185: aggregate.When((PartnersCustomerRegistered)payload); return aggregate;
            case 186: aggregate.When((PartnersCustomerRenamed)payload); return aggregate;
            case 187: aggregate.When((PartnersPaymentAuthorised)payload); return aggregate;
            case 188: aggregate.When((PartnersPaymentCaptured)payload); return aggregate;
            case 189: aggregate.When((PartnersPaymentRefused)payload); return aggregate;
            case 190: aggregate.When((PartnersRefundIssued)payload); return aggregate;
            case 191: aggregate.When((PartnersInvoiceSent)payload); return aggregate;
            case 192: aggregate.When((SearchOrderPlaced)payload); return aggregate;
            case 193: aggregate.When((SearchOrderPaid)payload); return aggregate;
            case 194: aggregate.When((SearchOrderShipped)payload); return aggregate;
            case 195: aggregate.When((SearchOrderCancelled)payload); return aggregate;
            case 196: aggregate.When((SearchItemAdded)payload); return aggregate;
            case 197: aggregate.When((SearchItemRemoved)payload); return aggregate;
            case 198: aggregate.When((SearchCustomerRenamed)payload); return aggregate;
            case 199: aggregate.When((SearchAddressCorrected)payload); return aggregate;
            case 200: aggregate.When((SearchPaymentAuthorised)payload); return aggregate;
            case 201: aggregate.When((SearchPaymentCaptured)payload); return aggregate;
            case 202: aggregate.When((SearchPaymentRefused)payload); return aggregate;
            case 203: aggregate.When((SearchRefundIssued)payload); return aggregate;
            case 204: aggregate.When((SearchNoteTaken)payload); return aggregate;
            case 205: aggregate.When((PayrollOrderPlaced)payload); return aggregate;
            case 206: aggregate.When((PayrollOrderPaid)payload); return aggregate;
            case 207: aggregate.When((PayrollOrderShipped)payload); return aggregate;
            case 208: aggregate.When((PayrollOrderCancelled)payload); return aggregate;
            case 209: aggregate.When((PayrollItemAdded)payload); return aggregate;
            case 210: aggregate.When((PayrollCustomerRegistered)payload); return aggregate;
            case 211: aggregate.When((PayrollCustomerRenamed)payload); return aggregate;
            case 212: aggregate.When((PayrollAddressCorrected)payload); return aggregate;
            case 213: aggregate.When((PayrollPaymentAuthorised)payload); return aggregate;
            case 214: aggregate.When((PayrollPaymentCaptured)payload); return aggregate;
            case 215: aggregate.When((PayrollPaymentRefused)payload); return aggregate;
            case 216: aggregate.When((PayrollInvoiceSent)payload); return aggregate;
            case 217: aggregate.When((PayrollNoteTaken)payload); return aggregate;
            case 218: aggregate.When((PlanningOrderPlaced)payload); return aggregate;
            case 219: aggregate.When((PlanningOrderPaid)payload); return aggregate;
            case 220: aggregate.When((PlanningOrderShipped)payload); return aggregate;
            case 221: aggregate.When((PlanningOrderCancelled)payload); return aggregate;
            case 222: aggregate.When((PlanningItemRemoved)payload); return aggregate;
            case 223: aggregate.When((PlanningCustomerRegistered)payload); return aggregate;
            case 224: aggregate.When((PlanningCustomerRenamed)payload); return aggregate;
            case 225: aggregate.When((PlanningAddressCorrected)payload); return aggregate;
            case 226: aggregate.When((PlanningPaymentAuthorised)payload); return aggregate;
            case 227: aggregate.When((PlanningPaymentRefused)payload); return aggregate;
            case 228: aggregate.When((PlanningRefundIssued)payload); return aggregate;
            case 229: aggregate.When((PlanningInvoiceSent)payload); return aggregate;
            case 230: aggregate.When((PlanningNoteTaken)payload); return aggregate;
            case 231: aggregate.When((QualityOrderPlaced)payload); return aggregate;
            case 232: aggregate.When((QualityOrderPaid)payload); return aggregate;
            case 233: aggregate.When((QualityOrderCancelled)payload); return aggregate;
            case 234: aggregate.When((QualityItemAdded)payload); return aggregate;
            case 235: aggregate.When((QualityItemRemoved)payload); return aggregate;
            case 236: aggregate.When((QualityCustomerRegistered)payload); return aggregate;
            case 237: aggregate.When((QualityCustomerRenamed)payload); return aggregate;
            case 238: aggregate.When((QualityAddressCorrected)payload); return aggregate;
            case 239: aggregate.When((QualityPaymentCaptured)payload); return aggregate;
            case 240: aggregate.When((QualityPaymentRefused)payload); return aggregate;
            case 241: aggregate.When((QualityRefundIssued)payload); return aggregate;
            case 242: aggregate.When((QualityInvoiceSent)payload); return aggregate;
            case 243: aggregate.When((QualityNoteTaken)payload); return aggregate;
            case 244: aggregate.When((AssetsOrderPlaced)payload); return aggregate;
            case 245: aggregate.When((AssetsOrderShipped)payload); return aggregate;
            case 246: aggregate.When((AssetsOrderCancelled)payload); return aggregate;
            case 247: aggregate.When((AssetsItemAdded)payload); return aggregate;
            case 248: aggregate.When((AssetsItemRemoved)payload); return aggregate;
            case 249: aggregate.When((AssetsCustomerRegistered)payload); return aggregate;
            case 250: aggregate.When((AssetsCustomerRenamed)payload); return aggregate;
            case 251: aggregate.When((AssetsPaymentAuthorised)payload); return aggregate;
            case 252: aggregate.When((AssetsPaymentCaptured)payload); return aggregate;
            case 253: aggregate.When((AssetsPaymentRefused)payload); return aggregate;
            case 254: aggregate.When((AssetsRefundIssued)payload); return aggregate;
            case 255: aggregate.When((AssetsInvoiceSent)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of256 TypeSwitch(Of256 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case SalesOrderPaid e: aggregate.When(e); return aggregate;
            case SalesOrderShipped e: aggregate.When(e); return aggregate;
            case SalesOrderCancelled e: aggregate.When(e); return aggregate;
            case SalesItemAdded e: aggregate.When(e); return aggregate;
            case SalesItemRemoved e: aggregate.When(e); return aggregate;
            case SalesCustomerRenamed e: aggregate.When(e); return aggregate;
            case SalesAddressCorrected e: aggregate.When(e); return aggregate;
            case SalesPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SalesPaymentCaptured e: aggregate.When(e); return aggregate;
            case SalesPaymentRefused e: aggregate.When(e); return aggregate;
            case SalesRefundIssued e: aggregate.When(e); return aggregate;
            case SalesNoteTaken e: aggregate.When(e); return aggregate;
            case BillingOrderPlaced e: aggregate.When(e); return aggregate;
            case BillingOrderPaid e: aggregate.When(e); return aggregate;
            case BillingOrderShipped e: aggregate.When(e); return aggregate;
            case BillingOrderCancelled e: aggregate.When(e); return aggregate;
            case BillingItemAdded e: aggregate.When(e); return aggregate;
            case BillingCustomerRegistered e: aggregate.When(e); return aggregate;
            case BillingCustomerRenamed e: aggregate.When(e); return aggregate;
            case BillingAddressCorrected e: aggregate.When(e); return aggregate;
            case BillingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case BillingPaymentCaptured e: aggregate.When(e); return aggregate;
            case BillingPaymentRefused e: aggregate.When(e); return aggregate;
            case BillingInvoiceSent e: aggregate.When(e); return aggregate;
            case BillingNoteTaken e: aggregate.When(e); return aggregate;
            case WarehouseOrderPlaced e: aggregate.When(e); return aggregate;
            case WarehouseOrderPaid e: aggregate.When(e); return aggregate;
            case WarehouseOrderShipped e: aggregate.When(e); return aggregate;
            case WarehouseOrderCancelled e: aggregate.When(e); return aggregate;
            case WarehouseItemRemoved e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRegistered e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRenamed e: aggregate.When(e); return aggregate;
            case WarehouseAddressCorrected e: aggregate.When(e); return aggregate;
            case WarehousePaymentAuthorised e: aggregate.When(e); return aggregate;
            case WarehousePaymentRefused e: aggregate.When(e); return aggregate;
            case WarehouseRefundIssued e: aggregate.When(e); return aggregate;
            case WarehouseInvoiceSent e: aggregate.When(e); return aggregate;
            case WarehouseNoteTaken e: aggregate.When(e); return aggregate;
            case CrmOrderPlaced e: aggregate.When(e); return aggregate;
            case CrmOrderPaid e: aggregate.When(e); return aggregate;
            case CrmOrderCancelled e: aggregate.When(e); return aggregate;
            case CrmItemAdded e: aggregate.When(e); return aggregate;
            case CrmItemRemoved e: aggregate.When(e); return aggregate;
            case CrmCustomerRegistered e: aggregate.When(e); return aggregate;
            case CrmCustomerRenamed e: aggregate.When(e); return aggregate;
            case CrmAddressCorrected e: aggregate.When(e); return aggregate;
            case CrmPaymentCaptured e: aggregate.When(e); return aggregate;
            case CrmPaymentRefused e: aggregate.When(e); return aggregate;
            case CrmRefundIssued e: aggregate.When(e); return aggregate;
            case CrmInvoiceSent e: aggregate.When(e); return aggregate;
            case CrmNoteTaken e: aggregate.When(e); return aggregate;
            case ShippingOrderPlaced e: aggregate.When(e); return aggregate;
            case ShippingOrderShipped e: aggregate.When(e); return aggregate;
            case ShippingOrderCancelled e: aggregate.When(e); return aggregate;
            case ShippingItemAdded e: aggregate.When(e); return aggregate;
            case ShippingItemRemoved e: aggregate.When(e); return aggregate;
            case ShippingCustomerRegistered e: aggregate.When(e); return aggregate;
            case ShippingCustomerRenamed e: aggregate.When(e); return aggregate;
            case ShippingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case ShippingPaymentCaptured e: aggregate.When(e); return aggregate;
            case ShippingPaymentRefused e: aggregate.When(e); return aggregate;
            case ShippingRefundIssued e: aggregate.When(e); return aggregate;
            case ShippingInvoiceSent e: aggregate.When(e); return aggregate;
            case CatalogueOrderPlaced e: aggregate.When(e); return aggregate;
            case CatalogueOrderPaid e: aggregate.When(e); return aggregate;
            case CatalogueOrderShipped e: aggregate.When(e); return aggregate;
            case CatalogueOrderCancelled e: aggregate.When(e); return aggregate;
            case CatalogueItemAdded e: aggregate.When(e); return aggregate;
            case CatalogueItemRemoved e: aggregate.When(e); return aggregate;
            case CatalogueCustomerRenamed e: aggregate.When(e); return aggregate;
            case CatalogueAddressCorrected e: aggregate.When(e); return aggregate;
            case CataloguePaymentAuthorised e: aggregate.When(e); return aggregate;
            case CataloguePaymentCaptured e: aggregate.When(e); return aggregate;
            case CataloguePaymentRefused e: aggregate.When(e); return aggregate;
            case CatalogueRefundIssued e: aggregate.When(e); return aggregate;
            case CatalogueNoteTaken e: aggregate.When(e); return aggregate;
            case SupportOrderPlaced e: aggregate.When(e); return aggregate;
            case SupportOrderPaid e: aggregate.When(e); return aggregate;
            case SupportOrderShipped e: aggregate.When(e); return aggregate;
            case SupportOrderCancelled e: aggregate.When(e); return aggregate;
            case SupportItemAdded e: aggregate.When(e); return aggregate;
            case SupportCustomerRegistered e: aggregate.When(e); return aggregate;
            case SupportCustomerRenamed e: aggregate.When(e); return aggregate;
            case SupportAddressCorrected e: aggregate.When(e); return aggregate;
            case SupportPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SupportPaymentCaptured e: aggregate.When(e); return aggregate;
            case SupportPaymentRefused e: aggregate.When(e); return aggregate;
            case SupportInvoiceSent e: aggregate.When(e); return aggregate;
            case SupportNoteTaken e: aggregate.When(e); return aggregate;
            case LoyaltyOrderPlaced e: aggregate.When(e); return aggregate;
            case LoyaltyOrderPaid e: aggregate.When(e); return aggregate;
            case LoyaltyOrderShipped e: aggregate.When(e); return aggregate;
            case LoyaltyOrderCancelled e: aggregate.When(e); return aggregate;
            case LoyaltyItemRemoved e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRegistered e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRenamed e: aggregate.When(e); return aggregate;
            case LoyaltyAddressCorrected e: aggregate.When(e); return aggregate;
            case LoyaltyPaymentAuthorised e: aggregate.When(e); return aggregate;
            case LoyaltyPaymentRefused e: aggregate.When(e); return aggregate;
            case LoyaltyRefundIssued e: aggregate.When(e); return aggregate;
            case LoyaltyInvoiceSent e: aggregate.When(e); return aggregate;
            case LoyaltyNoteTaken e: aggregate.When(e); return aggregate;
            case ReturnsOrderPlaced e: aggregate.When(e); return aggregate;
            case ReturnsOrderPaid e: aggregate.When(e); return aggregate;
            case ReturnsOrderCancelled e: aggregate.When(e); return aggregate;
            case ReturnsItemAdded e: aggregate.When(e); return aggregate;
            case ReturnsItemRemoved e: aggregate.When(e); return aggregate;
            case ReturnsCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReturnsCustomerRenamed e: aggregate.When(e); return aggregate;
            case ReturnsAddressCorrected e: aggregate.When(e); return aggregate;
            case ReturnsPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReturnsPaymentRefused e: aggregate.When(e); return aggregate;
            case ReturnsRefundIssued e: aggregate.When(e); return aggregate;
            case ReturnsInvoiceSent e: aggregate.When(e); return aggregate;
            case ReturnsNoteTaken e: aggregate.When(e); return aggregate;
            case PricingOrderPlaced e: aggregate.When(e); return aggregate;
            case PricingOrderShipped e: aggregate.When(e); return aggregate;
            case PricingOrderCancelled e: aggregate.When(e); return aggregate;
            case PricingItemAdded e: aggregate.When(e); return aggregate;
            case PricingItemRemoved e: aggregate.When(e); return aggregate;
            case PricingCustomerRegistered e: aggregate.When(e); return aggregate;
            case PricingCustomerRenamed e: aggregate.When(e); return aggregate;
            case PricingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PricingPaymentCaptured e: aggregate.When(e); return aggregate;
            case PricingPaymentRefused e: aggregate.When(e); return aggregate;
            case PricingRefundIssued e: aggregate.When(e); return aggregate;
            case PricingInvoiceSent e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            case FraudOrderPaid e: aggregate.When(e); return aggregate;
            case FraudOrderShipped e: aggregate.When(e); return aggregate;
            case FraudOrderCancelled e: aggregate.When(e); return aggregate;
            case FraudItemAdded e: aggregate.When(e); return aggregate;
            case FraudItemRemoved e: aggregate.When(e); return aggregate;
            case FraudCustomerRenamed e: aggregate.When(e); return aggregate;
            case FraudAddressCorrected e: aggregate.When(e); return aggregate;
            case FraudPaymentAuthorised e: aggregate.When(e); return aggregate;
            case FraudPaymentCaptured e: aggregate.When(e); return aggregate;
            case FraudPaymentRefused e: aggregate.When(e); return aggregate;
            case FraudRefundIssued e: aggregate.When(e); return aggregate;
            case FraudNoteTaken e: aggregate.When(e); return aggregate;
            case AuditOrderPlaced e: aggregate.When(e); return aggregate;
            case AuditOrderPaid e: aggregate.When(e); return aggregate;
            case AuditOrderShipped e: aggregate.When(e); return aggregate;
            case AuditOrderCancelled e: aggregate.When(e); return aggregate;
            case AuditItemAdded e: aggregate.When(e); return aggregate;
            case AuditCustomerRegistered e: aggregate.When(e); return aggregate;
            case AuditCustomerRenamed e: aggregate.When(e); return aggregate;
            case AuditAddressCorrected e: aggregate.When(e); return aggregate;
            case AuditPaymentAuthorised e: aggregate.When(e); return aggregate;
            case AuditPaymentCaptured e: aggregate.When(e); return aggregate;
            case AuditPaymentRefused e: aggregate.When(e); return aggregate;
            case AuditInvoiceSent e: aggregate.When(e); return aggregate;
            case AuditNoteTaken e: aggregate.When(e); return aggregate;
            case IdentityOrderPlaced e: aggregate.When(e); return aggregate;
            case IdentityOrderPaid e: aggregate.When(e); return aggregate;
            case IdentityOrderShipped e: aggregate.When(e); return aggregate;
            case IdentityOrderCancelled e: aggregate.When(e); return aggregate;
            case IdentityItemRemoved e: aggregate.When(e); return aggregate;
            case IdentityCustomerRegistered e: aggregate.When(e); return aggregate;
            case IdentityCustomerRenamed e: aggregate.When(e); return aggregate;
            case IdentityAddressCorrected e: aggregate.When(e); return aggregate;
            case IdentityPaymentAuthorised e: aggregate.When(e); return aggregate;
            case IdentityPaymentRefused e: aggregate.When(e); return aggregate;
            case IdentityRefundIssued e: aggregate.When(e); return aggregate;
            case IdentityInvoiceSent e: aggregate.When(e); return aggregate;
            case IdentityNoteTaken e: aggregate.When(e); return aggregate;
            case ReportingOrderPlaced e: aggregate.When(e); return aggregate;
            case ReportingOrderPaid e: aggregate.When(e); return aggregate;
            case ReportingOrderCancelled e: aggregate.When(e); return aggregate;
            case ReportingItemAdded e: aggregate.When(e); return aggregate;
            case ReportingItemRemoved e: aggregate.When(e); return aggregate;
            case ReportingCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReportingCustomerRenamed e: aggregate.When(e); return aggregate;
            case ReportingAddressCorrected e: aggregate.When(e); return aggregate;
            case ReportingPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReportingPaymentRefused e: aggregate.When(e); return aggregate;
            case ReportingRefundIssued e: aggregate.When(e); return aggregate;
            case ReportingInvoiceSent e: aggregate.When(e); return aggregate;
            case ReportingNoteTaken e: aggregate.When(e); return aggregate;
            case PartnersOrderPlaced e: aggregate.When(e); return aggregate;
            case PartnersOrderShipped e: aggregate.When(e); return aggregate;
            case PartnersOrderCancelled e: aggregate.When(e); return aggregate;
            case PartnersItemAdded e: aggregate.When(e); return aggregate;
            case PartnersItemRemoved e: aggregate.When(e); return aggregate;
            case PartnersCustomerRegistered e: aggregate.When(e); return aggregate;
            case PartnersCustomerRenamed e: aggregate.When(e); return aggregate;
            case PartnersPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PartnersPaymentCaptured e: aggregate.When(e); return aggregate;
            case PartnersPaymentRefused e: aggregate.When(e); return aggregate;
            case PartnersRefundIssued e: aggregate.When(e); return aggregate;
            case PartnersInvoiceSent e: aggregate.When(e); return aggregate;
            case SearchOrderPlaced e: aggregate.When(e); return aggregate;
            case SearchOrderPaid e: aggregate.When(e); return aggregate;
            case SearchOrderShipped e: aggregate.When(e); return aggregate;
            case SearchOrderCancelled e: aggregate.When(e); return aggregate;
            case SearchItemAdded e: aggregate.When(e); return aggregate;
            case SearchItemRemoved e: aggregate.When(e); return aggregate;
            case SearchCustomerRenamed e: aggregate.When(e); return aggregate;
            case SearchAddressCorrected e: aggregate.When(e); return aggregate;
            case SearchPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SearchPaymentCaptured e: aggregate.When(e); return aggregate;
            case SearchPaymentRefused e: aggregate.When(e); return aggregate;
            case SearchRefundIssued e: aggregate.When(e); return aggregate;
            case SearchNoteTaken e: aggregate.When(e); return aggregate;
            case PayrollOrderPlaced e: aggregate.When(e); return aggregate;
            case PayrollOrderPaid e: aggregate.When(e); return aggregate;
            case PayrollOrderShipped e: aggregate.When(e); return aggregate;
            case PayrollOrderCancelled e: aggregate.When(e); return aggregate;
            case PayrollItemAdded e: aggregate.When(e); return aggregate;
            case PayrollCustomerRegistered e: aggregate.When(e); return aggregate;
            case PayrollCustomerRenamed e: aggregate.When(e); return aggregate;
            case PayrollAddressCorrected e: aggregate.When(e); return aggregate;
            case PayrollPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PayrollPaymentCaptured e: aggregate.When(e); return aggregate;
            case PayrollPaymentRefused e: aggregate.When(e); return aggregate;
            case PayrollInvoiceSent e: aggregate.When(e); return aggregate;
            case PayrollNoteTaken e: aggregate.When(e); return aggregate;
            case PlanningOrderPlaced e: aggregate.When(e); return aggregate;
            case PlanningOrderPaid e: aggregate.When(e); return aggregate;
            case PlanningOrderShipped e: aggregate.When(e); return aggregate;
            case PlanningOrderCancelled e: aggregate.When(e); return aggregate;
            case PlanningItemRemoved e: aggregate.When(e); return aggregate;
            case PlanningCustomerRegistered e: aggregate.When(e); return aggregate;
            case PlanningCustomerRenamed e: aggregate.When(e); return aggregate;
            case PlanningAddressCorrected e: aggregate.When(e); return aggregate;
            case PlanningPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PlanningPaymentRefused e: aggregate.When(e); return aggregate;
            case PlanningRefundIssued e: aggregate.When(e); return aggregate;
            case PlanningInvoiceSent e: aggregate.When(e); return aggregate;
            case PlanningNoteTaken e: aggregate.When(e); return aggregate;
            case QualityOrderPlaced e: aggregate.When(e); return aggregate;
            case QualityOrderPaid e: aggregate.When(e); return aggregate;
            case QualityOrderCancelled e: aggregate.When(e); return aggregate;
            case QualityItemAdded e: aggregate.When(e); return aggregate;
            case QualityItemRemoved e: aggregate.When(e); return aggregate;
            case QualityCustomerRegistered e: aggregate.When(e); return aggregate;
            case QualityCustomerRenamed e: aggregate.When(e); return aggregate;
            case QualityAddressCorrected e: aggregate.When(e); return aggregate;
            case QualityPaymentCaptured e: aggregate.When(e); return aggregate;
            case QualityPaymentRefused e: aggregate.When(e); return aggregate;
            case QualityRefundIssued e: aggregate.When(e); return aggregate;
            case QualityInvoiceSent e: aggregate.When(e); return aggregate;
            case QualityNoteTaken e: aggregate.When(e); return aggregate;
            case AssetsOrderPlaced e: aggregate.When(e); return aggregate;
            case AssetsOrderShipped e: aggregate.When(e); return aggregate;
            case AssetsOrderCancelled e: aggregate.When(e); return aggregate;
            case AssetsItemAdded e: aggregate.When(e); return aggregate;
            case AssetsItemRemoved e: aggregate.When(e); return aggregate;
            case AssetsCustomerRegistered e: aggregate.When(e); return aggregate;
            case AssetsCustomerRenamed e: aggregate.When(e); return aggregate;
            case AssetsPaymentAuthorised e: aggregate.When(e); return aggregate;
            case AssetsPaymentCaptured e: aggregate.When(e); return aggregate;
            case AssetsPaymentRefused e: aggregate.When(e); return aggregate;
            case AssetsRefundIssued e: aggregate.When(e); return aggregate;
            case AssetsInvoiceSent e: aggregate.When(e); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(payload));
        }
    }

    public static int Find(ReadOnlySpan<char> name) => name switch
    {
        "sales.order-placed.v1" => 0,
        "sales.order-paid.v2" => 1,
        "sales.order-shipped.v3" => 2,
        "sales.order-cancelled.v1" => 3,
        "sales.item-added.v2" => 4,
        "sales.item-removed.v3" => 5,
        "sales.customer-renamed.v2" => 6,
        "sales.address-corrected.v3" => 7,
        "sales.payment-authorised.v1" => 8,
        "sales.payment-captured.v2" => 9,
        "sales.payment-refused.v3" => 10,
        "sales.refund-issued.v1" => 11,
        "sales.note-taken.v3" => 12,
        "billing.order-placed.v1" => 13,
        "billing.order-paid.v2" => 14,
        "billing.order-shipped.v3" => 15,
        "billing.order-cancelled.v1" => 16,
        "billing.item-added.v2" => 17,
        "billing.customer-registered.v1" => 18,
        "billing.customer-renamed.v2" => 19,
        "billing.address-corrected.v3" => 20,
        "billing.payment-authorised.v1" => 21,
        "billing.payment-captured.v2" => 22,
        "billing.payment-refused.v3" => 23,
        "billing.invoice-sent.v2" => 24,
        "billing.note-taken.v3" => 25,
        "warehouse.order-placed.v1" => 26,
        "warehouse.order-paid.v2" => 27,
        "warehouse.order-shipped.v3" => 28,
        "warehouse.order-cancelled.v1" => 29,
        "warehouse.item-removed.v3" => 30,
        "warehouse.customer-registered.v1" => 31,
        "warehouse.customer-renamed.v2" => 32,
        "warehouse.address-corrected.v3" => 33,
        "warehouse.payment-authorised.v1" => 34,
        "warehouse.payment-refused.v3" => 35,
        "warehouse.refund-issued.v1" => 36,
        "warehouse.invoice-sent.v2" => 37,
        "warehouse.note-taken.v3" => 38,
        "crm.order-placed.v1" => 39,
        "crm.order-paid.v2" => 40,
        "crm.order-cancelled.v1" => 41,
        "crm.item-added.v2" => 42,
        "crm.item-removed.v3" => 43,
        "crm.customer-registered.v1" => 44,
        "crm.customer-renamed.v2" => 45,
        "crm.address-corrected.v3" => 46,
        "crm.payment-captured.v2" => 47,
        "crm.payment-refused.v3" => 48,
        "crm.refund-issued.v1" => 49,
        "crm.invoice-sent.v2" => 50,
        "crm.note-taken.v3" => 51,
        "shipping.order-placed.v1" => 52,
        "shipping.order-shipped.v3" => 53,
        "shipping.order-cancelled.v1" => 54,
        "shipping.item-added.v2" => 55,
        "shipping.item-removed.v3" => 56,
        "shipping.customer-registered.v1" => 57,
        "shipping.customer-renamed.v2" => 58,
        "shipping.payment-authorised.v1" => 59,
        "shipping.payment-captured.v2" => 60,
        "shipping.payment-refused.v3" => 61,
        "shipping.refund-issued.v1" => 62,
        "shipping.invoice-sent.v2" => 63,
        "catalogue.order-placed.v1" => 64,
        "catalogue.order-paid.v2" => 65,
        "catalogue.order-shipped.v3" => 66,
        "catalogue.order-cancelled.v1" => 67,
        "catalogue.item-added.v2" => 68,
        "catalogue.item-removed.v3" => 69,
        "catalogue.customer-renamed.v2" => 70,
        "catalogue.address-corrected.v3" => 71,
        "catalogue.payment-authorised.v1" => 72,
        "catalogue.payment-captured.v2" => 73,
        "catalogue.payment-refused.v3" => 74,
        "catalogue.refund-issued.v1" => 75,
        "catalogue.note-taken.v3" => 76,
        "support.order-placed.v1" => 77,
        "support.order-paid.v2" => 78,
        "support.order-shipped.v3" => 79,
        "support.order-cancelled.v1" => 80,
        "support.item-added.v2" => 81,
        "support.customer-registered.v1" => 82,
        "support.customer-renamed.v2" => 83,
        "support.address-corrected.v3" => 84,
        "support.payment-authorised.v1" => 85,
        "support.payment-captured.v2" => 86,
        "support.payment-refused.v3" => 87,
        "support.invoice-sent.v2" => 88,
        "support.note-taken.v3" => 89,
        "loyalty.order-placed.v1" => 90,
        "loyalty.order-paid.v2" => 91,
        "loyalty.order-shipped.v3" => 92,
        "loyalty.order-cancelled.v1" => 93,
        "loyalty.item-removed.v3" => 94,
        "loyalty.customer-registered.v1" => 95,
        "loyalty.customer-renamed.v2" => 96,
        "loyalty.address-corrected.v3" => 97,
        "loyalty.payment-authorised.v1" => 98,
        "loyalty.payment-refused.v3" => 99,
        "loyalty.refund-issued.v1" => 100,
        "loyalty.invoice-sent.v2" => 101,
        "loyalty.note-taken.v3" => 102,
        "returns.order-placed.v1" => 103,
        "returns.order-paid.v2" => 104,
        "returns.order-cancelled.v1" => 105,
        "returns.item-added.v2" => 106,
        "returns.item-removed.v3" => 107,
        "returns.customer-registered.v1" => 108,
        "returns.customer-renamed.v2" => 109,
        "returns.address-corrected.v3" => 110,
        "returns.payment-captured.v2" => 111,
        "returns.payment-refused.v3" => 112,
        "returns.refund-issued.v1" => 113,
        "returns.invoice-sent.v2" => 114,
        "returns.note-taken.v3" => 115,
        "pricing.order-placed.v1" => 116,
        "pricing.order-shipped.v3" => 117,
        "pricing.order-cancelled.v1" => 118,
        "pricing.item-added.v2" => 119,
        "pricing.item-removed.v3" => 120,
        "pricing.customer-registered.v1" => 121,
        "pricing.customer-renamed.v2" => 122,
        "pricing.payment-authorised.v1" => 123,
        "pricing.payment-captured.v2" => 124,
        "pricing.payment-refused.v3" => 125,
        "pricing.refund-issued.v1" => 126,
        "pricing.invoice-sent.v2" => 127,
        "fraud.order-placed.v1" => 128,
        "fraud.order-paid.v2" => 129,
        "fraud.order-shipped.v3" => 130,
        "fraud.order-cancelled.v1" => 131,
        "fraud.item-added.v2" => 132,
        "fraud.item-removed.v3" => 133,
        "fraud.customer-renamed.v2" => 134,
        "fraud.address-corrected.v3" => 135,
        "fraud.payment-authorised.v1" => 136,
        "fraud.payment-captured.v2" => 137,
        "fraud.payment-refused.v3" => 138,
        "fraud.refund-issued.v1" => 139,
        "fraud.note-taken.v3" => 140,
        "audit.order-placed.v1" => 141,
        "audit.order-paid.v2" => 142,
        "audit.order-shipped.v3" => 143,
        "audit.order-cancelled.v1" => 144,
        "audit.item-added.v2" => 145,
        "audit.customer-registered.v1" => 146,
        "audit.customer-renamed.v2" => 147,
        "audit.address-corrected.v3" => 148,
        "audit.payment-authorised.v1" => 149,
        "audit.payment-captured.v2" => 150,
        "audit.payment-refused.v3" => 151,
        "audit.invoice-sent.v2" => 152,
        "audit.note-taken.v3" => 153,
        "identity.order-placed.v1" => 154,
        "identity.order-paid.v2" => 155,
        "identity.order-shipped.v3" => 156,
        "identity.order-cancelled.v1" => 157,
        "identity.item-removed.v3" => 158,
        "identity.customer-registered.v1" => 159,
        "identity.customer-renamed.v2" => 160,
        "identity.address-corrected.v3" => 161,
        "identity.payment-authorised.v1" => 162,
        "identity.payment-refused.v3" => 163,
        "identity.refund-issued.v1" => 164,
        "identity.invoice-sent.v2" => 165,
        "identity.note-taken.v3" => 166,
        "reporting.order-placed.v1" => 167,
        "reporting.order-paid.v2" => 168,
        "reporting.order-cancelled.v1" => 169,
        "reporting.item-added.v2" => 170,
        "reporting.item-removed.v3" => 171,
        "reporting.customer-registered.v1" => 172,
        "reporting.customer-renamed.v2" => 173,
        "reporting.address-corrected.v3" => 174,
        "reporting.payment-captured.v2" => 175,
        "reporting.payment-refused.v3" => 176,
        "reporting.refund-issued.v1" => 177,
        "reporting.invoice-sent.v2" => 178,
        "reporting.note-taken.v3" => 179,
        "partners.order-placed.v1" => 180,
        "partners.order-shipped.v3" => 181,
        "partners.order-cancelled.v1" => 182,
        "partners.item-added.v2" => 183,
        "partners.item-removed.v3" => 184,
        "partners.customer-registered.v1" => 185,
        "partners.customer-renamed.v2" => 186,
        "partners.payment-authorised.v1" => 187,
        "partners.payment-captured.v2" => 188,
        "partners.payment-refused.v3" => 189,
        "partners.refund-issued.v1" => 190,
        "partners.invoice-sent.v2" => 191,
        "search.order-placed.v1" => 192,
        "search.order-paid.v2" => 193,
        "search.order-shipped.v3" => 194,
        "search.order-cancelled.v1" => 195,
        "search.item-added.v2" => 196,
        "search.item-removed.v3" => 197,
        "search.customer-renamed.v2" => 198,
        "search.address-corrected.v3" => 199,
        "search.payment-authorised.v1" => 200,
        "search.payment-captured.v2" => 201,
        "search.payment-refused.v3" => 202,
        "search.refund-issued.v1" => 203,
        "search.note-taken.v3" => 204,
        "payroll.order-placed.v1" => 205,
        "payroll.order-paid.v2" => 206,
        "payroll.order-shipped.v3" => 207,
        "payroll.order-cancelled.v1" => 208,
        "payroll.item-added.v2" => 209,
        "payroll.customer-registered.v1" => 210,
        "payroll.customer-renamed.v2" => 211,
        "payroll.address-corrected.v3" => 212,
        "payroll.payment-authorised.v1" => 213,
        "payroll.payment-captured.v2" => 214,
        "payroll.payment-refused.v3" => 215,
        "payroll.invoice-sent.v2" => 216,
        "payroll.note-taken.v3" => 217,
        "planning.order-placed.v1" => 218,
        "planning.order-paid.v2" => 219,
        "planning.order-shipped.v3" => 220,
        "planning.order-cancelled.v1" => 221,
        "planning.item-removed.v3" => 222,
        "planning.customer-registered.v1" => 223,
        "planning.customer-renamed.v2" => 224,
        "planning.address-corrected.v3" => 225,
        "planning.payment-authorised.v1" => 226,
        "planning.payment-refused.v3" => 227,
        "planning.refund-issued.v1" => 228,
        "planning.invoice-sent.v2" => 229,
        "planning.note-taken.v3" => 230,
        "quality.order-placed.v1" => 231,
        "quality.order-paid.v2" => 232,
        "quality.order-cancelled.v1" => 233,
        "quality.item-added.v2" => 234,
        "quality.item-removed.v3" => 235,
        "quality.customer-registered.v1" => 236,
        "quality.customer-renamed.v2" => 237,
        "quality.address-corrected.v3" => 238,
        "quality.payment-captured.v2" => 239,
        "quality.payment-refused.v3" => 240,
        "quality.refund-issued.v1" => 241,
        "quality.invoice-sent.v2" => 242,
        "quality.note-taken.v3" => 243,
        "assets.order-placed.v1" => 244,
        "assets.order-shipped.v3" => 245,
        "assets.order-cancelled.v1" => 246,
        "assets.item-added.v2" => 247,
        "assets.item-removed.v3" => 248,
        "assets.customer-registered.v1" => 249,
        "assets.customer-renamed.v2" => 250,
        "assets.payment-authorised.v1" => 251,
        "assets.payment-captured.v2" => 252,
        "assets.payment-refused.v3" => 253,
        "assets.refund-issued.v1" => 254,
        "assets.invoice-sent.v2" => 255,
        _ => -1,
    };

    public static object[] Events() =>
    [
        new SalesOrderPlaced(0),
        new SalesOrderPaid(1),
        new SalesOrderShipped(2),
        new SalesOrderCancelled(3),
        new SalesItemAdded(4),
        new SalesItemRemoved(5),
        new SalesCustomerRenamed(6),
        new SalesAddressCorrected(7),
        new SalesPaymentAuthorised(8),
        new SalesPaymentCaptured(9),
        new SalesPaymentRefused(10),
        new SalesRefundIssued(11),
        new SalesNoteTaken(12),
        new BillingOrderPlaced(13),
        new BillingOrderPaid(14),
        new BillingOrderShipped(15),
        new BillingOrderCancelled(16),
        new BillingItemAdded(17),
        new BillingCustomerRegistered(18),
        new BillingCustomerRenamed(19),
        new BillingAddressCorrected(20),
        new BillingPaymentAuthorised(21),
        new BillingPaymentCaptured(22),
        new BillingPaymentRefused(23),
        new BillingInvoiceSent(24),
        new BillingNoteTaken(25),
        new WarehouseOrderPlaced(26),
        new WarehouseOrderPaid(27),
        new WarehouseOrderShipped(28),
        new WarehouseOrderCancelled(29),
        new WarehouseItemRemoved(30),
        new WarehouseCustomerRegistered(31),
        new WarehouseCustomerRenamed(32),
        new WarehouseAddressCorrected(33),
        new WarehousePaymentAuthorised(34),
        new WarehousePaymentRefused(35),
        new WarehouseRefundIssued(36),
        new WarehouseInvoiceSent(37),
        new WarehouseNoteTaken(38),
        new CrmOrderPlaced(39),
        new CrmOrderPaid(40),
        new CrmOrderCancelled(41),
        new CrmItemAdded(42),
        new CrmItemRemoved(43),
        new CrmCustomerRegistered(44),
        new CrmCustomerRenamed(45),
        new CrmAddressCorrected(46),
        new CrmPaymentCaptured(47),
        new CrmPaymentRefused(48),
        new CrmRefundIssued(49),
        new CrmInvoiceSent(50),
        new CrmNoteTaken(51),
        new ShippingOrderPlaced(52),
        new ShippingOrderShipped(53),
        new ShippingOrderCancelled(54),
        new ShippingItemAdded(55),
        new ShippingItemRemoved(56),
        new ShippingCustomerRegistered(57),
        new ShippingCustomerRenamed(58),
        new ShippingPaymentAuthorised(59),
        new ShippingPaymentCaptured(60),
        new ShippingPaymentRefused(61),
        new ShippingRefundIssued(62),
        new ShippingInvoiceSent(63),
        new CatalogueOrderPlaced(64),
        new CatalogueOrderPaid(65),
        new CatalogueOrderShipped(66),
        new CatalogueOrderCancelled(67),
        new CatalogueItemAdded(68),
        new CatalogueItemRemoved(69),
        new CatalogueCustomerRenamed(70),
        new CatalogueAddressCorrected(71),
        new CataloguePaymentAuthorised(72),
        new CataloguePaymentCaptured(73),
        new CataloguePaymentRefused(74),
        new CatalogueRefundIssued(75),
        new CatalogueNoteTaken(76),
        new SupportOrderPlaced(77),
        new SupportOrderPaid(78),
        new SupportOrderShipped(79),
        new SupportOrderCancelled(80),
        new SupportItemAdded(81),
        new SupportCustomerRegistered(82),
        new SupportCustomerRenamed(83),
        new SupportAddressCorrected(84),
        new SupportPaymentAuthorised(85),
        new SupportPaymentCaptured(86),
        new SupportPaymentRefused(87),
        new SupportInvoiceSent(88),
        new SupportNoteTaken(89),
        new LoyaltyOrderPlaced(90),
        new LoyaltyOrderPaid(91),
        new LoyaltyOrderShipped(92),
        new LoyaltyOrderCancelled(93),
        new LoyaltyItemRemoved(94),
        new LoyaltyCustomerRegistered(95),
        new LoyaltyCustomerRenamed(96),
        new LoyaltyAddressCorrected(97),
        new LoyaltyPaymentAuthorised(98),
        new LoyaltyPaymentRefused(99),
        new LoyaltyRefundIssued(100),
        new LoyaltyInvoiceSent(101),
        new LoyaltyNoteTaken(102),
        new ReturnsOrderPlaced(103),
        new ReturnsOrderPaid(104),
        new ReturnsOrderCancelled(105),
        new ReturnsItemAdded(106),
        new ReturnsItemRemoved(107),
        new ReturnsCustomerRegistered(108),
        new ReturnsCustomerRenamed(109),
        new ReturnsAddressCorrected(110),
        new ReturnsPaymentCaptured(111),
        new ReturnsPaymentRefused(112),
        new ReturnsRefundIssued(113),
        new ReturnsInvoiceSent(114),
        new ReturnsNoteTaken(115),
        new PricingOrderPlaced(116),
        new PricingOrderShipped(117),
        new PricingOrderCancelled(118),
        new PricingItemAdded(119),
        new PricingItemRemoved(120),
        new PricingCustomerRegistered(121),
        new PricingCustomerRenamed(122),
        new PricingPaymentAuthorised(123),
        new PricingPaymentCaptured(124),
        new PricingPaymentRefused(125),
        new PricingRefundIssued(126),
        new PricingInvoiceSent(127),
        new FraudOrderPlaced(128),
        new FraudOrderPaid(129),
        new FraudOrderShipped(130),
        new FraudOrderCancelled(131),
        new FraudItemAdded(132),
        new FraudItemRemoved(133),
        new FraudCustomerRenamed(134),
        new FraudAddressCorrected(135),
        new FraudPaymentAuthorised(136),
        new FraudPaymentCaptured(137),
        new FraudPaymentRefused(138),
        new FraudRefundIssued(139),
        new FraudNoteTaken(140),
        new AuditOrderPlaced(141),
        new AuditOrderPaid(142),
        new AuditOrderShipped(143),
        new AuditOrderCancelled(144),
        new AuditItemAdded(145),
        new AuditCustomerRegistered(146),
        new AuditCustomerRenamed(147),
        new AuditAddressCorrected(148),
        new AuditPaymentAuthorised(149),
        new AuditPaymentCaptured(150),
        new AuditPaymentRefused(151),
        new AuditInvoiceSent(152),
        new AuditNoteTaken(153),
        new IdentityOrderPlaced(154),
        new IdentityOrderPaid(155),
        new IdentityOrderShipped(156),
        new IdentityOrderCancelled(157),
        new IdentityItemRemoved(158),
        new IdentityCustomerRegistered(159),
        new IdentityCustomerRenamed(160),
        new IdentityAddressCorrected(161),
        new IdentityPaymentAuthorised(162),
        new IdentityPaymentRefused(163),
        new IdentityRefundIssued(164),
        new IdentityInvoiceSent(165),
        new IdentityNoteTaken(166),
        new ReportingOrderPlaced(167),
        new ReportingOrderPaid(168),
        new ReportingOrderCancelled(169),
        new ReportingItemAdded(170),
        new ReportingItemRemoved(171),
        new ReportingCustomerRegistered(172),
        new ReportingCustomerRenamed(173),
        new ReportingAddressCorrected(174),
        new ReportingPaymentCaptured(175),
        new ReportingPaymentRefused(176),
        new ReportingRefundIssued(177),
        new ReportingInvoiceSent(178),
        new ReportingNoteTaken(179),
        new PartnersOrderPlaced(180),
        new PartnersOrderShipped(181),
        new PartnersOrderCancelled(182),
        new PartnersItemAdded(183),
        new PartnersItemRemoved(184),
        new PartnersCustomerRegistered(185),
        new PartnersCustomerRenamed(186),
        new PartnersPaymentAuthorised(187),
        new PartnersPaymentCaptured(188),
        new PartnersPaymentRefused(189),
        new PartnersRefundIssued(190),
        new PartnersInvoiceSent(191),
        new SearchOrderPlaced(192),
        new SearchOrderPaid(193),
        new SearchOrderShipped(194),
        new SearchOrderCancelled(195),
        new SearchItemAdded(196),
        new SearchItemRemoved(197),
        new SearchCustomerRenamed(198),
        new SearchAddressCorrected(199),
        new SearchPaymentAuthorised(200),
        new SearchPaymentCaptured(201),
        new SearchPaymentRefused(202),
        new SearchRefundIssued(203),
        new SearchNoteTaken(204),
        new PayrollOrderPlaced(205),
        new PayrollOrderPaid(206),
        new PayrollOrderShipped(207),
        new PayrollOrderCancelled(208),
        new PayrollItemAdded(209),
        new PayrollCustomerRegistered(210),
        new PayrollCustomerRenamed(211),
        new PayrollAddressCorrected(212),
        new PayrollPaymentAuthorised(213),
        new PayrollPaymentCaptured(214),
        new PayrollPaymentRefused(215),
        new PayrollInvoiceSent(216),
        new PayrollNoteTaken(217),
        new PlanningOrderPlaced(218),
        new PlanningOrderPaid(219),
        new PlanningOrderShipped(220),
        new PlanningOrderCancelled(221),
        new PlanningItemRemoved(222),
        new PlanningCustomerRegistered(223),
        new PlanningCustomerRenamed(224),
        new PlanningAddressCorrected(225),
        new PlanningPaymentAuthorised(226),
        new PlanningPaymentRefused(227),
        new PlanningRefundIssued(228),
        new PlanningInvoiceSent(229),
        new PlanningNoteTaken(230),
        new QualityOrderPlaced(231),
        new QualityOrderPaid(232),
        new QualityOrderCancelled(233),
        new QualityItemAdded(234),
        new QualityItemRemoved(235),
        new QualityCustomerRegistered(236),
        new QualityCustomerRenamed(237),
        new QualityAddressCorrected(238),
        new QualityPaymentCaptured(239),
        new QualityPaymentRefused(240),
        new QualityRefundIssued(241),
        new QualityInvoiceSent(242),
        new QualityNoteTaken(243),
        new AssetsOrderPlaced(244),
        new AssetsOrderShipped(245),
        new AssetsOrderCancelled(246),
        new AssetsItemAdded(247),
        new AssetsItemRemoved(248),
        new AssetsCustomerRegistered(249),
        new AssetsCustomerRenamed(250),
        new AssetsPaymentAuthorised(251),
        new AssetsPaymentCaptured(252),
        new AssetsPaymentRefused(253),
        new AssetsRefundIssued(254),
        new AssetsInvoiceSent(255),
    ];

    public static Action<Of256, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SalesItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SalesItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SalesCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SalesAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SalesRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((SalesNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((BillingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((BillingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((BillingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((BillingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((BillingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((BillingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((WarehouseItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((WarehouseAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((WarehousePaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((WarehousePaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((WarehouseRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((WarehouseInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((WarehouseNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((CrmItemAdded)payload),
        static (aggregate, payload) => aggregate.When((CrmItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((CrmCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((CrmCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((CrmAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((CrmRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((CrmInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((CrmNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ShippingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ShippingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ShippingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ShippingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ShippingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ShippingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((CatalogueItemAdded)payload),
        static (aggregate, payload) => aggregate.When((CatalogueItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((CatalogueCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((CatalogueAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((CatalogueRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((CatalogueNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SupportItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SupportCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((SupportCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SupportAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SupportInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((SupportNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ReturnsItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ReturnsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ReturnsCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReturnsCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ReturnsAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ReturnsRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReturnsInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((ReturnsNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PricingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PricingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PricingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PricingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PricingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PricingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((FraudItemAdded)payload),
        static (aggregate, payload) => aggregate.When((FraudItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((FraudCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((FraudAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((FraudRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((FraudNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((AuditItemAdded)payload),
        static (aggregate, payload) => aggregate.When((AuditCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((AuditCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((AuditAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((AuditInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((AuditNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((IdentityItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((IdentityAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((IdentityPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((IdentityPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((IdentityRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((IdentityInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((IdentityNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ReportingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ReportingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ReportingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReportingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ReportingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ReportingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReportingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((ReportingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PartnersItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PartnersItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PartnersCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PartnersCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PartnersRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PartnersInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SearchItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SearchItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SearchCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SearchAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SearchRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((SearchNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PayrollItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PayrollCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PayrollCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PayrollAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PayrollInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PayrollNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PlanningItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PlanningAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PlanningPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PlanningPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PlanningRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PlanningInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PlanningNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((QualityItemAdded)payload),
        static (aggregate, payload) => aggregate.When((QualityItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((QualityCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((QualityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((QualityAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((QualityRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((QualityInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((QualityNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((AssetsItemAdded)payload),
        static (aggregate, payload) => aggregate.When((AssetsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((AssetsCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((AssetsCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((AssetsRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((AssetsInvoiceSent)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "sales.order-paid.v2",
        "sales.order-shipped.v3",
        "sales.order-cancelled.v1",
        "sales.item-added.v2",
        "sales.item-removed.v3",
        "sales.customer-renamed.v2",
        "sales.address-corrected.v3",
        "sales.payment-authorised.v1",
        "sales.payment-captured.v2",
        "sales.payment-refused.v3",
        "sales.refund-issued.v1",
        "sales.note-taken.v3",
        "billing.order-placed.v1",
        "billing.order-paid.v2",
        "billing.order-shipped.v3",
        "billing.order-cancelled.v1",
        "billing.item-added.v2",
        "billing.customer-registered.v1",
        "billing.customer-renamed.v2",
        "billing.address-corrected.v3",
        "billing.payment-authorised.v1",
        "billing.payment-captured.v2",
        "billing.payment-refused.v3",
        "billing.invoice-sent.v2",
        "billing.note-taken.v3",
        "warehouse.order-placed.v1",
        "warehouse.order-paid.v2",
        "warehouse.order-shipped.v3",
        "warehouse.order-cancelled.v1",
        "warehouse.item-removed.v3",
        "warehouse.customer-registered.v1",
        "warehouse.customer-renamed.v2",
        "warehouse.address-corrected.v3",
        "warehouse.payment-authorised.v1",
        "warehouse.payment-refused.v3",
        "warehouse.refund-issued.v1",
        "warehouse.invoice-sent.v2",
        "warehouse.note-taken.v3",
        "crm.order-placed.v1",
        "crm.order-paid.v2",
        "crm.order-cancelled.v1",
        "crm.item-added.v2",
        "crm.item-removed.v3",
        "crm.customer-registered.v1",
        "crm.customer-renamed.v2",
        "crm.address-corrected.v3",
        "crm.payment-captured.v2",
        "crm.payment-refused.v3",
        "crm.refund-issued.v1",
        "crm.invoice-sent.v2",
        "crm.note-taken.v3",
        "shipping.order-placed.v1",
        "shipping.order-shipped.v3",
        "shipping.order-cancelled.v1",
        "shipping.item-added.v2",
        "shipping.item-removed.v3",
        "shipping.customer-registered.v1",
        "shipping.customer-renamed.v2",
        "shipping.payment-authorised.v1",
        "shipping.payment-captured.v2",
        "shipping.payment-refused.v3",
        "shipping.refund-issued.v1",
        "shipping.invoice-sent.v2",
        "catalogue.order-placed.v1",
        "catalogue.order-paid.v2",
        "catalogue.order-shipped.v3",
        "catalogue.order-cancelled.v1",
        "catalogue.item-added.v2",
        "catalogue.item-removed.v3",
        "catalogue.customer-renamed.v2",
        "catalogue.address-corrected.v3",
        "catalogue.payment-authorised.v1",
        "catalogue.payment-captured.v2",
        "catalogue.payment-refused.v3",
        "catalogue.refund-issued.v1",
        "catalogue.note-taken.v3",
        "support.order-placed.v1",
        "support.order-paid.v2",
        "support.order-shipped.v3",
        "support.order-cancelled.v1",
        "support.item-added.v2",
        "support.customer-registered.v1",
        "support.customer-renamed.v2",
        "support.address-corrected.v3",
        "support.payment-authorised.v1",
        "support.payment-captured.v2",
        "support.payment-refused.v3",
        "support.invoice-sent.v2",
        "support.note-taken.v3",
        "loyalty.order-placed.v1",
        "loyalty.order-paid.v2",
        "loyalty.order-shipped.v3",
        "loyalty.order-cancelled.v1",
        "loyalty.item-removed.v3",
        "loyalty.customer-registered.v1",
        "loyalty.customer-renamed.v2",
        "loyalty.address-corrected.v3",
        "loyalty.payment-authorised.v1",
        "loyalty.payment-refused.v3",
        "loyalty.refund-issued.v1",
        "loyalty.invoice-sent.v2",
        "loyalty.note-taken.v3",
        "returns.order-placed.v1",
        "returns.order-paid.v2",
        "returns.order-cancelled.v1",
        "returns.item-added.v2",
        "returns.item-removed.v3",
        "returns.customer-registered.v1",
        "returns.customer-renamed.v2",
        "returns.address-corrected.v3",
        "returns.payment-captured.v2",
        "returns.payment-refused.v3",
        "returns.refund-issued.v1",
        "returns.invoice-sent.v2",
        "returns.note-taken.v3",
        "pricing.order-placed.v1",
        "pricing.order-shipped.v3",
        "pricing.order-cancelled.v1",
        "pricing.item-added.v2",
        "pricing.item-removed.v3",
        "pricing.customer-registered.v1",
        "pricing.customer-renamed.v2",
        "pricing.payment-authorised.v1",
        "pricing.payment-captured.v2",
        "pricing.payment-refused.v3",
        "pricing.refund-issued.v1",
        "pricing.invoice-sent.v2",
        "fraud.order-placed.v1",
        "fraud.order-paid.v2",
        "fraud.order-shipped.v3",
        "fraud.order-cancelled.v1",
        "fraud.item-added.v2",
        "fraud.item-removed.v3",
        "fraud.customer-renamed.v2",
        "fraud.address-corrected.v3",
        "fraud.payment-authorised.v1",
        "fraud.payment-captured.v2",
        "fraud.payment-refused.v3",
        "fraud.refund-issued.v1",
        "fraud.note-taken.v3",
        "audit.order-placed.v1",
        "audit.order-paid.v2",
        "audit.order-shipped.v3",
        "audit.order-cancelled.v1",
        "audit.item-added.v2",
        "audit.customer-registered.v1",
        "audit.customer-renamed.v2",
        "audit.address-corrected.v3",
        "audit.payment-authorised.v1",
        "audit.payment-captured.v2",
        "audit.payment-refused.v3",
        "audit.invoice-sent.v2",
        "audit.note-taken.v3",
        "identity.order-placed.v1",
        "identity.order-paid.v2",
        "identity.order-shipped.v3",
        "identity.order-cancelled.v1",
        "identity.item-removed.v3",
        "identity.customer-registered.v1",
        "identity.customer-renamed.v2",
        "identity.address-corrected.v3",
        "identity.payment-authorised.v1",
        "identity.payment-refused.v3",
        "identity.refund-issued.v1",
        "identity.invoice-sent.v2",
        "identity.note-taken.v3",
        "reporting.order-placed.v1",
        "reporting.order-paid.v2",
        "reporting.order-cancelled.v1",
        "reporting.item-added.v2",
        "reporting.item-removed.v3",
        "reporting.customer-registered.v1",
        "reporting.customer-renamed.v2",
        "reporting.address-corrected.v3",
        "reporting.payment-captured.v2",
        "reporting.payment-refused.v3",
        "reporting.refund-issued.v1",
        "reporting.invoice-sent.v2",
        "reporting.note-taken.v3",
        "partners.order-placed.v1",
        "partners.order-shipped.v3",
        "partners.order-cancelled.v1",
        "partners.item-added.v2",
        "partners.item-removed.v3",
        "partners.customer-registered.v1",
        "partners.customer-renamed.v2",
        "partners.payment-authorised.v1",
        "partners.payment-captured.v2",
        "partners.payment-refused.v3",
        "partners.refund-issued.v1",
        "partners.invoice-sent.v2",
        "search.order-placed.v1",
        "search.order-paid.v2",
        "search.order-shipped.v3",
        "search.order-cancelled.v1",
        "search.item-added.v2",
        "search.item-removed.v3",
        "search.customer-renamed.v2",
        "search.address-corrected.v3",
        "search.payment-authorised.v1",
        "search.payment-captured.v2",
        "search.payment-refused.v3",
        "search.refund-issued.v1",
        "search.note-taken.v3",
        "payroll.order-placed.v1",
        "payroll.order-paid.v2",
        "payroll.order-shipped.v3",
        "payroll.order-cancelled.v1",
        "payroll.item-added.v2",
        "payroll.customer-registered.v1",
        "payroll.customer-renamed.v2",
        "payroll.address-corrected.v3",
        "payroll.payment-authorised.v1",
        "payroll.payment-captured.v2",
        "payroll.payment-refused.v3",
        "payroll.invoice-sent.v2",
        "payroll.note-taken.v3",
        "planning.order-placed.v1",
        "planning.order-paid.v2",
        "planning.order-shipped.v3",
        "planning.order-cancelled.v1",
        "planning.item-removed.v3",
        "planning.customer-registered.v1",
        "planning.customer-renamed.v2",
        "planning.address-corrected.v3",
        "planning.payment-authorised.v1",
        "planning.payment-refused.v3",
        "planning.refund-issued.v1",
        "planning.invoice-sent.v2",
        "planning.note-taken.v3",
        "quality.order-placed.v1",
        "quality.order-paid.v2",
        "quality.order-cancelled.v1",
        "quality.item-added.v2",
        "quality.item-removed.v3",
        "quality.customer-registered.v1",
        "quality.customer-renamed.v2",
        "quality.address-corrected.v3",
        "quality.payment-captured.v2",
        "quality.payment-refused.v3",
        "quality.refund-issued.v1",
        "quality.invoice-sent.v2",
        "quality.note-taken.v3",
        "assets.order-placed.v1",
        "assets.order-shipped.v3",
        "assets.order-cancelled.v1",
        "assets.item-added.v2",
        "assets.item-removed.v3",
        "assets.customer-registered.v1",
        "assets.customer-renamed.v2",
        "assets.payment-authorised.v1",
        "assets.payment-captured.v2",
        "assets.payment-refused.v3",
        "assets.refund-issued.v1",
        "assets.invoice-sent.v2",
    ];
}

internal sealed class DispatchOf256() : DispatchPass<Of256>(HandWritten256.Events(), HandWritten256.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of256 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten256.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of256> Applier { get; } = new Apply256();

    public override long TypeSwitch()
    {
        Of256 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten256.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply256 : IApplier<Of256>
{
    public Of256 Apply(Of256 aggregate, int ordinal, object payload) => HandWritten256.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf256() : NamePass<Of256>(HandWritten256.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten256.Find(Decode(name, characters));

        return sum;
    }
}
