using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 300 events.</summary>
[Aggregate("of-300")]
public sealed partial class Of300 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(SalesOrderPaid e) => Sum += e.Value + 1;
    public void When(SalesOrderShipped e) => Sum += e.Value + 2;
    public void When(SalesOrderCancelled e) => Sum += e.Value + 3;
    public void When(SalesItemAdded e) => Sum += e.Value + 4;
    public void When(SalesItemRemoved e) => Sum += e.Value + 5;
    public void When(SalesCustomerRegistered e) => Sum += e.Value + 6;
    public void When(SalesCustomerRenamed e) => Sum += e.Value + 7;
    public void When(SalesAddressCorrected e) => Sum += e.Value + 8;
    public void When(SalesPaymentAuthorised e) => Sum += e.Value + 9;
    public void When(SalesPaymentCaptured e) => Sum += e.Value + 10;
    public void When(SalesPaymentRefused e) => Sum += e.Value + 11;
    public void When(SalesRefundIssued e) => Sum += e.Value + 12;
    public void When(SalesInvoiceSent e) => Sum += e.Value + 13;
    public void When(SalesNoteTaken e) => Sum += e.Value + 14;
    public void When(BillingOrderPlaced e) => Sum += e.Value + 15;
    public void When(BillingOrderPaid e) => Sum += e.Value + 16;
    public void When(BillingOrderShipped e) => Sum += e.Value + 17;
    public void When(BillingOrderCancelled e) => Sum += e.Value + 18;
    public void When(BillingItemAdded e) => Sum += e.Value + 19;
    public void When(BillingItemRemoved e) => Sum += e.Value + 20;
    public void When(BillingCustomerRegistered e) => Sum += e.Value + 21;
    public void When(BillingCustomerRenamed e) => Sum += e.Value + 22;
    public void When(BillingAddressCorrected e) => Sum += e.Value + 23;
    public void When(BillingPaymentAuthorised e) => Sum += e.Value + 24;
    public void When(BillingPaymentCaptured e) => Sum += e.Value + 25;
    public void When(BillingPaymentRefused e) => Sum += e.Value + 26;
    public void When(BillingRefundIssued e) => Sum += e.Value + 27;
    public void When(BillingInvoiceSent e) => Sum += e.Value + 28;
    public void When(BillingNoteTaken e) => Sum += e.Value + 29;
    public void When(WarehouseOrderPlaced e) => Sum += e.Value + 30;
    public void When(WarehouseOrderPaid e) => Sum += e.Value + 31;
    public void When(WarehouseOrderShipped e) => Sum += e.Value + 32;
    public void When(WarehouseOrderCancelled e) => Sum += e.Value + 33;
    public void When(WarehouseItemAdded e) => Sum += e.Value + 34;
    public void When(WarehouseItemRemoved e) => Sum += e.Value + 35;
    public void When(WarehouseCustomerRegistered e) => Sum += e.Value + 36;
    public void When(WarehouseCustomerRenamed e) => Sum += e.Value + 37;
    public void When(WarehouseAddressCorrected e) => Sum += e.Value + 38;
    public void When(WarehousePaymentAuthorised e) => Sum += e.Value + 39;
    public void When(WarehousePaymentCaptured e) => Sum += e.Value + 40;
    public void When(WarehousePaymentRefused e) => Sum += e.Value + 41;
    public void When(WarehouseRefundIssued e) => Sum += e.Value + 42;
    public void When(WarehouseInvoiceSent e) => Sum += e.Value + 43;
    public void When(WarehouseNoteTaken e) => Sum += e.Value + 44;
    public void When(CrmOrderPlaced e) => Sum += e.Value + 45;
    public void When(CrmOrderPaid e) => Sum += e.Value + 46;
    public void When(CrmOrderShipped e) => Sum += e.Value + 47;
    public void When(CrmOrderCancelled e) => Sum += e.Value + 48;
    public void When(CrmItemAdded e) => Sum += e.Value + 49;
    public void When(CrmItemRemoved e) => Sum += e.Value + 50;
    public void When(CrmCustomerRegistered e) => Sum += e.Value + 51;
    public void When(CrmCustomerRenamed e) => Sum += e.Value + 52;
    public void When(CrmAddressCorrected e) => Sum += e.Value + 53;
    public void When(CrmPaymentAuthorised e) => Sum += e.Value + 54;
    public void When(CrmPaymentCaptured e) => Sum += e.Value + 55;
    public void When(CrmPaymentRefused e) => Sum += e.Value + 56;
    public void When(CrmRefundIssued e) => Sum += e.Value + 57;
    public void When(CrmInvoiceSent e) => Sum += e.Value + 58;
    public void When(CrmNoteTaken e) => Sum += e.Value + 59;
    public void When(ShippingOrderPlaced e) => Sum += e.Value + 60;
    public void When(ShippingOrderPaid e) => Sum += e.Value + 61;
    public void When(ShippingOrderShipped e) => Sum += e.Value + 62;
    public void When(ShippingOrderCancelled e) => Sum += e.Value + 63;
    public void When(ShippingItemAdded e) => Sum += e.Value + 64;
    public void When(ShippingItemRemoved e) => Sum += e.Value + 65;
    public void When(ShippingCustomerRegistered e) => Sum += e.Value + 66;
    public void When(ShippingCustomerRenamed e) => Sum += e.Value + 67;
    public void When(ShippingAddressCorrected e) => Sum += e.Value + 68;
    public void When(ShippingPaymentAuthorised e) => Sum += e.Value + 69;
    public void When(ShippingPaymentCaptured e) => Sum += e.Value + 70;
    public void When(ShippingPaymentRefused e) => Sum += e.Value + 71;
    public void When(ShippingRefundIssued e) => Sum += e.Value + 72;
    public void When(ShippingInvoiceSent e) => Sum += e.Value + 73;
    public void When(ShippingNoteTaken e) => Sum += e.Value + 74;
    public void When(CatalogueOrderPlaced e) => Sum += e.Value + 75;
    public void When(CatalogueOrderPaid e) => Sum += e.Value + 76;
    public void When(CatalogueOrderShipped e) => Sum += e.Value + 77;
    public void When(CatalogueOrderCancelled e) => Sum += e.Value + 78;
    public void When(CatalogueItemAdded e) => Sum += e.Value + 79;
    public void When(CatalogueItemRemoved e) => Sum += e.Value + 80;
    public void When(CatalogueCustomerRegistered e) => Sum += e.Value + 81;
    public void When(CatalogueCustomerRenamed e) => Sum += e.Value + 82;
    public void When(CatalogueAddressCorrected e) => Sum += e.Value + 83;
    public void When(CataloguePaymentAuthorised e) => Sum += e.Value + 84;
    public void When(CataloguePaymentCaptured e) => Sum += e.Value + 85;
    public void When(CataloguePaymentRefused e) => Sum += e.Value + 86;
    public void When(CatalogueRefundIssued e) => Sum += e.Value + 87;
    public void When(CatalogueInvoiceSent e) => Sum += e.Value + 88;
    public void When(CatalogueNoteTaken e) => Sum += e.Value + 89;
    public void When(SupportOrderPlaced e) => Sum += e.Value + 90;
    public void When(SupportOrderPaid e) => Sum += e.Value + 91;
    public void When(SupportOrderShipped e) => Sum += e.Value + 92;
    public void When(SupportOrderCancelled e) => Sum += e.Value + 93;
    public void When(SupportItemAdded e) => Sum += e.Value + 94;
    public void When(SupportItemRemoved e) => Sum += e.Value + 95;
    public void When(SupportCustomerRegistered e) => Sum += e.Value + 96;
    public void When(SupportCustomerRenamed e) => Sum += e.Value + 97;
    public void When(SupportAddressCorrected e) => Sum += e.Value + 98;
    public void When(SupportPaymentAuthorised e) => Sum += e.Value + 99;
    public void When(SupportPaymentCaptured e) => Sum += e.Value + 100;
    public void When(SupportPaymentRefused e) => Sum += e.Value + 101;
    public void When(SupportRefundIssued e) => Sum += e.Value + 102;
    public void When(SupportInvoiceSent e) => Sum += e.Value + 103;
    public void When(SupportNoteTaken e) => Sum += e.Value + 104;
    public void When(LoyaltyOrderPlaced e) => Sum += e.Value + 105;
    public void When(LoyaltyOrderPaid e) => Sum += e.Value + 106;
    public void When(LoyaltyOrderShipped e) => Sum += e.Value + 107;
    public void When(LoyaltyOrderCancelled e) => Sum += e.Value + 108;
    public void When(LoyaltyItemAdded e) => Sum += e.Value + 109;
    public void When(LoyaltyItemRemoved e) => Sum += e.Value + 110;
    public void When(LoyaltyCustomerRegistered e) => Sum += e.Value + 111;
    public void When(LoyaltyCustomerRenamed e) => Sum += e.Value + 112;
    public void When(LoyaltyAddressCorrected e) => Sum += e.Value + 113;
    public void When(LoyaltyPaymentAuthorised e) => Sum += e.Value + 114;
    public void When(LoyaltyPaymentCaptured e) => Sum += e.Value + 115;
    public void When(LoyaltyPaymentRefused e) => Sum += e.Value + 116;
    public void When(LoyaltyRefundIssued e) => Sum += e.Value + 117;
    public void When(LoyaltyInvoiceSent e) => Sum += e.Value + 118;
    public void When(LoyaltyNoteTaken e) => Sum += e.Value + 119;
    public void When(ReturnsOrderPlaced e) => Sum += e.Value + 120;
    public void When(ReturnsOrderPaid e) => Sum += e.Value + 121;
    public void When(ReturnsOrderShipped e) => Sum += e.Value + 122;
    public void When(ReturnsOrderCancelled e) => Sum += e.Value + 123;
    public void When(ReturnsItemAdded e) => Sum += e.Value + 124;
    public void When(ReturnsItemRemoved e) => Sum += e.Value + 125;
    public void When(ReturnsCustomerRegistered e) => Sum += e.Value + 126;
    public void When(ReturnsCustomerRenamed e) => Sum += e.Value + 127;
    public void When(ReturnsAddressCorrected e) => Sum += e.Value + 128;
    public void When(ReturnsPaymentAuthorised e) => Sum += e.Value + 129;
    public void When(ReturnsPaymentCaptured e) => Sum += e.Value + 130;
    public void When(ReturnsPaymentRefused e) => Sum += e.Value + 131;
    public void When(ReturnsRefundIssued e) => Sum += e.Value + 132;
    public void When(ReturnsInvoiceSent e) => Sum += e.Value + 133;
    public void When(ReturnsNoteTaken e) => Sum += e.Value + 134;
    public void When(PricingOrderPlaced e) => Sum += e.Value + 135;
    public void When(PricingOrderPaid e) => Sum += e.Value + 136;
    public void When(PricingOrderShipped e) => Sum += e.Value + 137;
    public void When(PricingOrderCancelled e) => Sum += e.Value + 138;
    public void When(PricingItemAdded e) => Sum += e.Value + 139;
    public void When(PricingItemRemoved e) => Sum += e.Value + 140;
    public void When(PricingCustomerRegistered e) => Sum += e.Value + 141;
    public void When(PricingCustomerRenamed e) => Sum += e.Value + 142;
    public void When(PricingAddressCorrected e) => Sum += e.Value + 143;
    public void When(PricingPaymentAuthorised e) => Sum += e.Value + 144;
    public void When(PricingPaymentCaptured e) => Sum += e.Value + 145;
    public void When(PricingPaymentRefused e) => Sum += e.Value + 146;
    public void When(PricingRefundIssued e) => Sum += e.Value + 147;
    public void When(PricingInvoiceSent e) => Sum += e.Value + 148;
    public void When(PricingNoteTaken e) => Sum += e.Value + 149;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 150;
    public void When(FraudOrderPaid e) => Sum += e.Value + 151;
    public void When(FraudOrderShipped e) => Sum += e.Value + 152;
    public void When(FraudOrderCancelled e) => Sum += e.Value + 153;
    public void When(FraudItemAdded e) => Sum += e.Value + 154;
    public void When(FraudItemRemoved e) => Sum += e.Value + 155;
    public void When(FraudCustomerRegistered e) => Sum += e.Value + 156;
    public void When(FraudCustomerRenamed e) => Sum += e.Value + 157;
    public void When(FraudAddressCorrected e) => Sum += e.Value + 158;
    public void When(FraudPaymentAuthorised e) => Sum += e.Value + 159;
    public void When(FraudPaymentCaptured e) => Sum += e.Value + 160;
    public void When(FraudPaymentRefused e) => Sum += e.Value + 161;
    public void When(FraudRefundIssued e) => Sum += e.Value + 162;
    public void When(FraudInvoiceSent e) => Sum += e.Value + 163;
    public void When(FraudNoteTaken e) => Sum += e.Value + 164;
    public void When(AuditOrderPlaced e) => Sum += e.Value + 165;
    public void When(AuditOrderPaid e) => Sum += e.Value + 166;
    public void When(AuditOrderShipped e) => Sum += e.Value + 167;
    public void When(AuditOrderCancelled e) => Sum += e.Value + 168;
    public void When(AuditItemAdded e) => Sum += e.Value + 169;
    public void When(AuditItemRemoved e) => Sum += e.Value + 170;
    public void When(AuditCustomerRegistered e) => Sum += e.Value + 171;
    public void When(AuditCustomerRenamed e) => Sum += e.Value + 172;
    public void When(AuditAddressCorrected e) => Sum += e.Value + 173;
    public void When(AuditPaymentAuthorised e) => Sum += e.Value + 174;
    public void When(AuditPaymentCaptured e) => Sum += e.Value + 175;
    public void When(AuditPaymentRefused e) => Sum += e.Value + 176;
    public void When(AuditRefundIssued e) => Sum += e.Value + 177;
    public void When(AuditInvoiceSent e) => Sum += e.Value + 178;
    public void When(AuditNoteTaken e) => Sum += e.Value + 179;
    public void When(IdentityOrderPlaced e) => Sum += e.Value + 180;
    public void When(IdentityOrderPaid e) => Sum += e.Value + 181;
    public void When(IdentityOrderShipped e) => Sum += e.Value + 182;
    public void When(IdentityOrderCancelled e) => Sum += e.Value + 183;
    public void When(IdentityItemAdded e) => Sum += e.Value + 184;
    public void When(IdentityItemRemoved e) => Sum += e.Value + 185;
    public void When(IdentityCustomerRegistered e) => Sum += e.Value + 186;
    public void When(IdentityCustomerRenamed e) => Sum += e.Value + 187;
    public void When(IdentityAddressCorrected e) => Sum += e.Value + 188;
    public void When(IdentityPaymentAuthorised e) => Sum += e.Value + 189;
    public void When(IdentityPaymentCaptured e) => Sum += e.Value + 190;
    public void When(IdentityPaymentRefused e) => Sum += e.Value + 191;
    public void When(IdentityRefundIssued e) => Sum += e.Value + 192;
    public void When(IdentityInvoiceSent e) => Sum += e.Value + 193;
    public void When(IdentityNoteTaken e) => Sum += e.Value + 194;
    public void When(ReportingOrderPlaced e) => Sum += e.Value + 195;
    public void When(ReportingOrderPaid e) => Sum += e.Value + 196;
    public void When(ReportingOrderShipped e) => Sum += e.Value + 197;
    public void When(ReportingOrderCancelled e) => Sum += e.Value + 198;
    public void When(ReportingItemAdded e) => Sum += e.Value + 199;
    public void When(ReportingItemRemoved e) => Sum += e.Value + 200;
    public void When(ReportingCustomerRegistered e) => Sum += e.Value + 201;
    public void When(ReportingCustomerRenamed e) => Sum += e.Value + 202;
    public void When(ReportingAddressCorrected e) => Sum += e.Value + 203;
    public void When(ReportingPaymentAuthorised e) => Sum += e.Value + 204;
    public void When(ReportingPaymentCaptured e) => Sum += e.Value + 205;
    public void When(ReportingPaymentRefused e) => Sum += e.Value + 206;
    public void When(ReportingRefundIssued e) => Sum += e.Value + 207;
    public void When(ReportingInvoiceSent e) => Sum += e.Value + 208;
    public void When(ReportingNoteTaken e) => Sum += e.Value + 209;
    public void When(PartnersOrderPlaced e) => Sum += e.Value + 210;
    public void When(PartnersOrderPaid e) => Sum += e.Value + 211;
    public void When(PartnersOrderShipped e) => Sum += e.Value + 212;
    public void When(PartnersOrderCancelled e) => Sum += e.Value + 213;
    public void When(PartnersItemAdded e) => Sum += e.Value + 214;
    public void When(PartnersItemRemoved e) => Sum += e.Value + 215;
    public void When(PartnersCustomerRegistered e) => Sum += e.Value + 216;
    public void When(PartnersCustomerRenamed e) => Sum += e.Value + 217;
    public void When(PartnersAddressCorrected e) => Sum += e.Value + 218;
    public void When(PartnersPaymentAuthorised e) => Sum += e.Value + 219;
    public void When(PartnersPaymentCaptured e) => Sum += e.Value + 220;
    public void When(PartnersPaymentRefused e) => Sum += e.Value + 221;
    public void When(PartnersRefundIssued e) => Sum += e.Value + 222;
    public void When(PartnersInvoiceSent e) => Sum += e.Value + 223;
    public void When(PartnersNoteTaken e) => Sum += e.Value + 224;
    public void When(SearchOrderPlaced e) => Sum += e.Value + 225;
    public void When(SearchOrderPaid e) => Sum += e.Value + 226;
    public void When(SearchOrderShipped e) => Sum += e.Value + 227;
    public void When(SearchOrderCancelled e) => Sum += e.Value + 228;
    public void When(SearchItemAdded e) => Sum += e.Value + 229;
    public void When(SearchItemRemoved e) => Sum += e.Value + 230;
    public void When(SearchCustomerRegistered e) => Sum += e.Value + 231;
    public void When(SearchCustomerRenamed e) => Sum += e.Value + 232;
    public void When(SearchAddressCorrected e) => Sum += e.Value + 233;
    public void When(SearchPaymentAuthorised e) => Sum += e.Value + 234;
    public void When(SearchPaymentCaptured e) => Sum += e.Value + 235;
    public void When(SearchPaymentRefused e) => Sum += e.Value + 236;
    public void When(SearchRefundIssued e) => Sum += e.Value + 237;
    public void When(SearchInvoiceSent e) => Sum += e.Value + 238;
    public void When(SearchNoteTaken e) => Sum += e.Value + 239;
    public void When(PayrollOrderPlaced e) => Sum += e.Value + 240;
    public void When(PayrollOrderPaid e) => Sum += e.Value + 241;
    public void When(PayrollOrderShipped e) => Sum += e.Value + 242;
    public void When(PayrollOrderCancelled e) => Sum += e.Value + 243;
    public void When(PayrollItemAdded e) => Sum += e.Value + 244;
    public void When(PayrollItemRemoved e) => Sum += e.Value + 245;
    public void When(PayrollCustomerRegistered e) => Sum += e.Value + 246;
    public void When(PayrollCustomerRenamed e) => Sum += e.Value + 247;
    public void When(PayrollAddressCorrected e) => Sum += e.Value + 248;
    public void When(PayrollPaymentAuthorised e) => Sum += e.Value + 249;
    public void When(PayrollPaymentCaptured e) => Sum += e.Value + 250;
    public void When(PayrollPaymentRefused e) => Sum += e.Value + 251;
    public void When(PayrollRefundIssued e) => Sum += e.Value + 252;
    public void When(PayrollInvoiceSent e) => Sum += e.Value + 253;
    public void When(PayrollNoteTaken e) => Sum += e.Value + 254;
    public void When(PlanningOrderPlaced e) => Sum += e.Value + 255;
    public void When(PlanningOrderPaid e) => Sum += e.Value + 256;
    public void When(PlanningOrderShipped e) => Sum += e.Value + 257;
    public void When(PlanningOrderCancelled e) => Sum += e.Value + 258;
    public void When(PlanningItemAdded e) => Sum += e.Value + 259;
    public void When(PlanningItemRemoved e) => Sum += e.Value + 260;
    public void When(PlanningCustomerRegistered e) => Sum += e.Value + 261;
    public void When(PlanningCustomerRenamed e) => Sum += e.Value + 262;
    public void When(PlanningAddressCorrected e) => Sum += e.Value + 263;
    public void When(PlanningPaymentAuthorised e) => Sum += e.Value + 264;
    public void When(PlanningPaymentCaptured e) => Sum += e.Value + 265;
    public void When(PlanningPaymentRefused e) => Sum += e.Value + 266;
    public void When(PlanningRefundIssued e) => Sum += e.Value + 267;
    public void When(PlanningInvoiceSent e) => Sum += e.Value + 268;
    public void When(PlanningNoteTaken e) => Sum += e.Value + 269;
    public void When(QualityOrderPlaced e) => Sum += e.Value + 270;
    public void When(QualityOrderPaid e) => Sum += e.Value + 271;
    public void When(QualityOrderShipped e) => Sum += e.Value + 272;
    public void When(QualityOrderCancelled e) => Sum += e.Value + 273;
    public void When(QualityItemAdded e) => Sum += e.Value + 274;
    public void When(QualityItemRemoved e) => Sum += e.Value + 275;
    public void When(QualityCustomerRegistered e) => Sum += e.Value + 276;
    public void When(QualityCustomerRenamed e) => Sum += e.Value + 277;
    public void When(QualityAddressCorrected e) => Sum += e.Value + 278;
    public void When(QualityPaymentAuthorised e) => Sum += e.Value + 279;
    public void When(QualityPaymentCaptured e) => Sum += e.Value + 280;
    public void When(QualityPaymentRefused e) => Sum += e.Value + 281;
    public void When(QualityRefundIssued e) => Sum += e.Value + 282;
    public void When(QualityInvoiceSent e) => Sum += e.Value + 283;
    public void When(QualityNoteTaken e) => Sum += e.Value + 284;
    public void When(AssetsOrderPlaced e) => Sum += e.Value + 285;
    public void When(AssetsOrderPaid e) => Sum += e.Value + 286;
    public void When(AssetsOrderShipped e) => Sum += e.Value + 287;
    public void When(AssetsOrderCancelled e) => Sum += e.Value + 288;
    public void When(AssetsItemAdded e) => Sum += e.Value + 289;
    public void When(AssetsItemRemoved e) => Sum += e.Value + 290;
    public void When(AssetsCustomerRegistered e) => Sum += e.Value + 291;
    public void When(AssetsCustomerRenamed e) => Sum += e.Value + 292;
    public void When(AssetsAddressCorrected e) => Sum += e.Value + 293;
    public void When(AssetsPaymentAuthorised e) => Sum += e.Value + 294;
    public void When(AssetsPaymentCaptured e) => Sum += e.Value + 295;
    public void When(AssetsPaymentRefused e) => Sum += e.Value + 296;
    public void When(AssetsRefundIssued e) => Sum += e.Value + 297;
    public void When(AssetsInvoiceSent e) => Sum += e.Value + 298;
    public void When(AssetsNoteTaken e) => Sum += e.Value + 299;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten300
{
    public static Of300 Switch(Of300 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((SalesOrderPaid)payload); return aggregate;
            case 2: aggregate.When((SalesOrderShipped)payload); return aggregate;
            case 3: aggregate.When((SalesOrderCancelled)payload); return aggregate;
            case 4: aggregate.When((SalesItemAdded)payload); return aggregate;
            case 5: aggregate.When((SalesItemRemoved)payload); return aggregate;
            case 6: aggregate.When((SalesCustomerRegistered)payload); return aggregate;
            case 7: aggregate.When((SalesCustomerRenamed)payload); return aggregate;
            case 8: aggregate.When((SalesAddressCorrected)payload); return aggregate;
            case 9: aggregate.When((SalesPaymentAuthorised)payload); return aggregate;
            case 10: aggregate.When((SalesPaymentCaptured)payload); return aggregate;
            case 11: aggregate.When((SalesPaymentRefused)payload); return aggregate;
            case 12: aggregate.When((SalesRefundIssued)payload); return aggregate;
            case 13: aggregate.When((SalesInvoiceSent)payload); return aggregate;
            case 14: aggregate.When((SalesNoteTaken)payload); return aggregate;
            case 15: aggregate.When((BillingOrderPlaced)payload); return aggregate;
            case 16: aggregate.When((BillingOrderPaid)payload); return aggregate;
            case 17: aggregate.When((BillingOrderShipped)payload); return aggregate;
            case 18: aggregate.When((BillingOrderCancelled)payload); return aggregate;
            case 19: aggregate.When((BillingItemAdded)payload); return aggregate;
            case 20: aggregate.When((BillingItemRemoved)payload); return aggregate;
            case 21: aggregate.When((BillingCustomerRegistered)payload); return aggregate;
            case 22: aggregate.When((BillingCustomerRenamed)payload); return aggregate;
            case 23: aggregate.When((BillingAddressCorrected)payload); return aggregate;
            case 24: aggregate.When((BillingPaymentAuthorised)payload); return aggregate;
            case 25: aggregate.When((BillingPaymentCaptured)payload); return aggregate;
            case 26: aggregate.When((BillingPaymentRefused)payload); return aggregate;
            case 27: aggregate.When((BillingRefundIssued)payload); return aggregate;
            case 28: aggregate.When((BillingInvoiceSent)payload); return aggregate;
            case 29: aggregate.When((BillingNoteTaken)payload); return aggregate;
            case 30: aggregate.When((WarehouseOrderPlaced)payload); return aggregate;
            case 31: aggregate.When((WarehouseOrderPaid)payload); return aggregate;
            case 32: aggregate.When((WarehouseOrderShipped)payload); return aggregate;
            case 33: aggregate.When((WarehouseOrderCancelled)payload); return aggregate;
            case 34: aggregate.When((WarehouseItemAdded)payload); return aggregate;
            case 35: aggregate.When((WarehouseItemRemoved)payload); return aggregate;
            case 36: aggregate.When((WarehouseCustomerRegistered)payload); return aggregate;
            case 37: aggregate.When((WarehouseCustomerRenamed)payload); return aggregate;
            case 38: aggregate.When((WarehouseAddressCorrected)payload); return aggregate;
            case 39: aggregate.When((WarehousePaymentAuthorised)payload); return aggregate;
            case 40: aggregate.When((WarehousePaymentCaptured)payload); return aggregate;
            case 41: aggregate.When((WarehousePaymentRefused)payload); return aggregate;
            case 42: aggregate.When((WarehouseRefundIssued)payload); return aggregate;
            case 43: aggregate.When((WarehouseInvoiceSent)payload); return aggregate;
            case 44: aggregate.When((WarehouseNoteTaken)payload); return aggregate;
            case 45: aggregate.When((CrmOrderPlaced)payload); return aggregate;
            case 46: aggregate.When((CrmOrderPaid)payload); return aggregate;
            case 47: aggregate.When((CrmOrderShipped)payload); return aggregate;
            case 48: aggregate.When((CrmOrderCancelled)payload); return aggregate;
            case 49: aggregate.When((CrmItemAdded)payload); return aggregate;
            case 50: aggregate.When((CrmItemRemoved)payload); return aggregate;
            case 51: aggregate.When((CrmCustomerRegistered)payload); return aggregate;
            case 52: aggregate.When((CrmCustomerRenamed)payload); return aggregate;
            case 53: aggregate.When((CrmAddressCorrected)payload); return aggregate;
            case 54: aggregate.When((CrmPaymentAuthorised)payload); return aggregate;
            case 55: aggregate.When((CrmPaymentCaptured)payload); return aggregate;
            case 56: aggregate.When((CrmPaymentRefused)payload); return aggregate;
            case 57: aggregate.When((CrmRefundIssued)payload); return aggregate;
            case 58: aggregate.When((CrmInvoiceSent)payload); return aggregate;
            case 59: aggregate.When((CrmNoteTaken)payload); return aggregate;
            case 60: aggregate.When((ShippingOrderPlaced)payload); return aggregate;
            case 61: aggregate.When((ShippingOrderPaid)payload); return aggregate;
            case 62: aggregate.When((ShippingOrderShipped)payload); return aggregate;
            case 63: aggregate.When((ShippingOrderCancelled)payload); return aggregate;
            case 64: aggregate.When((ShippingItemAdded)payload); return aggregate;
            case 65: aggregate.When((ShippingItemRemoved)payload); return aggregate;
            case 66: aggregate.When((ShippingCustomerRegistered)payload); return aggregate;
            case 67: aggregate.When((ShippingCustomerRenamed)payload); return aggregate;
            case 68: aggregate.When((ShippingAddressCorrected)payload); return aggregate;
            case 69: aggregate.When((ShippingPaymentAuthorised)payload); return aggregate;
            case 70: aggregate.When((ShippingPaymentCaptured)payload); return aggregate;
            case 71: aggregate.When((ShippingPaymentRefused)payload); return aggregate;
            case 72: aggregate.When((ShippingRefundIssued)payload); return aggregate;
            case 73: aggregate.When((ShippingInvoiceSent)payload); return aggregate;
            case 74: aggregate.When((ShippingNoteTaken)payload); return aggregate;
            case 75: aggregate.When((CatalogueOrderPlaced)payload); return aggregate;
            case 76: aggregate.When((CatalogueOrderPaid)payload); return aggregate;
            case 77: aggregate.When((CatalogueOrderShipped)payload); return aggregate;
            case 78: aggregate.When((CatalogueOrderCancelled)payload); return aggregate;
            case 79: aggregate.When((CatalogueItemAdded)payload); return aggregate;
            case 80: aggregate.When((CatalogueItemRemoved)payload); return aggregate;
            case 81: aggregate.When((CatalogueCustomerRegistered)payload); return aggregate;
            case 82: aggregate.When((CatalogueCustomerRenamed)payload); return aggregate;
            case 83: aggregate.When((CatalogueAddressCorrected)payload); return aggregate;
            case 84: aggregate.When((CataloguePaymentAuthorised)payload); return aggregate;
            case 85: aggregate.When((CataloguePaymentCaptured)payload); return aggregate;
            case 86: aggregate.When((CataloguePaymentRefused)payload); return aggregate;
            case 87: aggregate.When((CatalogueRefundIssued)payload); return aggregate;
            case 88: aggregate.When((CatalogueInvoiceSent)payload); return aggregate;
            case 89: aggregate.When((CatalogueNoteTaken)payload); return aggregate;
            case 90: aggregate.When((SupportOrderPlaced)payload); return aggregate;
            case 91: aggregate.When((SupportOrderPaid)payload); return aggregate;
            case 92: aggregate.When((SupportOrderShipped)payload); return aggregate;
            case 93: aggregate.When((SupportOrderCancelled)payload); return aggregate;
            case 94: aggregate.When((SupportItemAdded)payload); return aggregate;
            case 95: aggregate.When((SupportItemRemoved)payload); return aggregate;
            case 96: aggregate.When((SupportCustomerRegistered)payload); return aggregate;
            case 97: aggregate.When((SupportCustomerRenamed)payload); return aggregate;
            case 98: aggregate.When((SupportAddressCorrected)payload); return aggregate;
            case 99: aggregate.When((SupportPaymentAuthorised)payload); return aggregate;
            case 100: aggregate.When((SupportPaymentCaptured)payload); return aggregate;
            case 101: aggregate.When((SupportPaymentRefused)payload); return aggregate;
            case 102: aggregate.When((SupportRefundIssued)payload); return aggregate;
            case 103: aggregate.When((SupportInvoiceSent)payload); return aggregate;
            case 104: aggregate.When((SupportNoteTaken)payload); return aggregate;
            case 105: aggregate.When((LoyaltyOrderPlaced)payload); return aggregate;
            case 106: aggregate.When((LoyaltyOrderPaid)payload); return aggregate;
            case 107: aggregate.When((LoyaltyOrderShipped)payload); return aggregate;
            case 108: aggregate.When((LoyaltyOrderCancelled)payload); return aggregate;
            case 109: aggregate.When((LoyaltyItemAdded)payload); return aggregate;
            case 110: aggregate.When((LoyaltyItemRemoved)payload); return aggregate;
            case 111: aggregate.When((LoyaltyCustomerRegistered)payload); return aggregate;
            case 112: aggregate.When((LoyaltyCustomerRenamed)payload); return aggregate;
            case 113: aggregate.When((LoyaltyAddressCorrected)payload); return aggregate;
            case 114: aggregate.When((LoyaltyPaymentAuthorised)payload); return aggregate;
            case 115: aggregate.When((LoyaltyPaymentCaptured)payload); return aggregate;
            case 116: aggregate.When((LoyaltyPaymentRefused)payload); return aggregate;
            case 117: aggregate.When((LoyaltyRefundIssued)payload); return aggregate;
            case 118: aggregate.When((LoyaltyInvoiceSent)payload); return aggregate;
            case 119: aggregate.When((LoyaltyNoteTaken)payload); return aggregate;
            case 120: aggregate.When((ReturnsOrderPlaced)payload); return aggregate;
            case 121: aggregate.When((ReturnsOrderPaid)payload); return aggregate;
            case 122: aggregate.When((ReturnsOrderShipped)payload); return aggregate;
            case 123: aggregate.When((ReturnsOrderCancelled)payload); return aggregate;
            case 124: aggregate.When((ReturnsItemAdded)payload); return aggregate;
            case 125: aggregate.When((ReturnsItemRemoved)payload); return aggregate;
            case 126: aggregate.When((ReturnsCustomerRegistered)payload); return aggregate;
            case 127: aggregate.When((ReturnsCustomerRenamed)payload); return aggregate;
            case 128: aggregate.When((ReturnsAddressCorrected)payload); return aggregate;
            case 129: aggregate.When((ReturnsPaymentAuthorised)payload); return aggregate;
            case 130: aggregate.When((ReturnsPaymentCaptured)payload); return aggregate;
            case 131: aggregate.When((ReturnsPaymentRefused)payload); return aggregate;
            case 132: aggregate.When((ReturnsRefundIssued)payload); return aggregate;
            case 133: aggregate.When((ReturnsInvoiceSent)payload); return aggregate;
            case 134: aggregate.When((ReturnsNoteTaken)payload); return aggregate;
            case 135: aggregate.When((PricingOrderPlaced)payload); return aggregate;
            case 136: aggregate.When((PricingOrderPaid)payload); return aggregate;
            case 137: aggregate.When((PricingOrderShipped)payload); return aggregate;
            case 138: aggregate.When((PricingOrderCancelled)payload); return aggregate;
            case 139: aggregate.When((PricingItemAdded)payload); return aggregate;
            case 140: aggregate.When((PricingItemRemoved)payload); return aggregate;
            case 141: aggregate.When((PricingCustomerRegistered)payload); return aggregate;
            case 142: aggregate.When((PricingCustomerRenamed)payload); return aggregate;
            case 143: aggregate.When((PricingAddressCorrected)payload); return aggregate;
            case 144: aggregate.When((PricingPaymentAuthorised)payload); return aggregate;
            case 145: aggregate.When((PricingPaymentCaptured)payload); return aggregate;
            case 146: aggregate.When((PricingPaymentRefused)payload); return aggregate;
            case 147: aggregate.When((PricingRefundIssued)payload); return aggregate;
            case 148: aggregate.When((PricingInvoiceSent)payload); return aggregate;
            case 149: aggregate.When((PricingNoteTaken)payload); return aggregate;
            case 150: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            case 151: aggregate.When((FraudOrderPaid)payload); return aggregate;
            case 152: aggregate.When((FraudOrderShipped)payload); return aggregate;
            case 153: aggregate.When((FraudOrderCancelled)payload); return aggregate;
            case 154: aggregate.When((FraudItemAdded)payload); return aggregate;
            case 155: aggregate.When((FraudItemRemoved)payload); return aggregate;
            case 156: aggregate.When((FraudCustomerRegistered)payload); return aggregate;
            case 157: aggregate.When((FraudCustomerRenamed)payload); return aggregate;
            case 158: aggregate.When((FraudAddressCorrected)payload); return aggregate;
            case 159: aggregate.When((FraudPaymentAuthorised)payload); return aggregate;
            case 160: aggregate.When((FraudPaymentCaptured)payload); return aggregate;
            case 161: aggregate.When((FraudPaymentRefused)payload); return aggregate;
            case 162: aggregate.When((FraudRefundIssued)payload); return aggregate;
            case 163: aggregate.When((FraudInvoiceSent)payload); return aggregate;
            case 164: aggregate.When((FraudNoteTaken)payload); return aggregate;
            case 165: aggregate.When((AuditOrderPlaced)payload); return aggregate;
            case 166: aggregate.When((AuditOrderPaid)payload); return aggregate;
            case 167: aggregate.When((AuditOrderShipped)payload); return aggregate;
            case 168: aggregate.When((AuditOrderCancelled)payload); return aggregate;
            case 169: aggregate.When((AuditItemAdded)payload); return aggregate;
            case 170: aggregate.When((AuditItemRemoved)payload); return aggregate;
            case 171: aggregate.When((AuditCustomerRegistered)payload); return aggregate;
            case 172: aggregate.When((AuditCustomerRenamed)payload); return aggregate;
            case 173: aggregate.When((AuditAddressCorrected)payload); return aggregate;
            case 174: aggregate.When((AuditPaymentAuthorised)payload); return aggregate;
            case 175: aggregate.When((AuditPaymentCaptured)payload); return aggregate;
            case 176: aggregate.When((AuditPaymentRefused)payload); return aggregate;
            case 177: aggregate.When((AuditRefundIssued)payload); return aggregate;
            case 178: aggregate.When((AuditInvoiceSent)payload); return aggregate;
            case 179: aggregate.When((AuditNoteTaken)payload); return aggregate;
            case 180: aggregate.When((IdentityOrderPlaced)payload); return aggregate;
            case 181: aggregate.When((IdentityOrderPaid)payload); return aggregate;
            case 182: aggregate.When((IdentityOrderShipped)payload); return aggregate;
            case 183: aggregate.When((IdentityOrderCancelled)payload); return aggregate;
            case 184: aggregate.When((IdentityItemAdded)payload); return aggregate;
            case 185: aggregate.When((IdentityItemRemoved)payload); return aggregate;
            case 186: aggregate.When((IdentityCustomerRegistered)payload); return aggregate;
            case 187: aggregate.When((IdentityCustomerRenamed)payload); return aggregate;
            case 188: aggregate.When((IdentityAddressCorrected)payload); return aggregate;
            case 189: aggregate.When((IdentityPaymentAuthorised)payload); return aggregate;
            case 190: aggregate.When((IdentityPaymentCaptured)payload); return aggregate;
            case 191: aggregate.When((IdentityPaymentRefused)payload); return aggregate;
            case 192: aggregate.When((IdentityRefundIssued)payload); return aggregate;
            case 193: aggregate.When((IdentityInvoiceSent)payload); return aggregate;
            case 194: aggregate.When((IdentityNoteTaken)payload); return aggregate;
            case 195: aggregate.When((ReportingOrderPlaced)payload); return aggregate;
            case 196: aggregate.When((ReportingOrderPaid)payload); return aggregate;
            case 197: aggregate.When((ReportingOrderShipped)payload); return aggregate;
            case 198: aggregate.When((ReportingOrderCancelled)payload); return aggregate;
            case 199: aggregate.When((ReportingItemAdded)payload); return aggregate;
            case 200: aggregate.When((ReportingItemRemoved)payload); return aggregate;
            case 201: aggregate.When((ReportingCustomerRegistered)payload); return aggregate;
            case 202: aggregate.When((ReportingCustomerRenamed)payload); return aggregate;
            case 203: aggregate.When((ReportingAddressCorrected)payload); return aggregate;
            case 204: aggregate.When((ReportingPaymentAuthorised)payload); return aggregate;
            case 205: aggregate.When((ReportingPaymentCaptured)payload); return aggregate;
            case 206: aggregate.When((ReportingPaymentRefused)payload); return aggregate;
            case 207: aggregate.When((ReportingRefundIssued)payload); return aggregate;
            case 208: aggregate.When((ReportingInvoiceSent)payload); return aggregate;
            case 209: aggregate.When((ReportingNoteTaken)payload); return aggregate;
            case 210: aggregate.When((PartnersOrderPlaced)payload); return aggregate;
            case 211: aggregate.When((PartnersOrderPaid)payload); return aggregate;
            case 212: aggregate.When((PartnersOrderShipped)payload); return aggregate;
            case 213: aggregate.When((PartnersOrderCancelled)payload); return aggregate;
            case 214: aggregate.When((PartnersItemAdded)payload); return aggregate;
            case 215: aggregate.When((PartnersItemRemoved)payload); return aggregate;
            case 216: aggregate.When((PartnersCustomerRegistered)payload); return aggregate;
            case 217: aggregate.When((PartnersCustomerRenamed)payload); return aggregate;
            case 218: aggregate.When((PartnersAddressCorrected)payload); return aggregate;
            case 219: aggregate.When((PartnersPaymentAuthorised)payload); return aggregate;
            case 220: aggregate.When((PartnersPaymentCaptured)payload); return aggregate;
            case 221: aggregate.When((PartnersPaymentRefused)payload); return aggregate;
            case 222: aggregate.When((PartnersRefundIssued)payload); return aggregate;
            case 223: aggregate.When((PartnersInvoiceSent)payload); return aggregate;
            case 224: aggregate.When((PartnersNoteTaken)payload); return aggregate;
            case 225: aggregate.When((SearchOrderPlaced)payload); return aggregate;
            case 226: aggregate.When((SearchOrderPaid)payload); return aggregate;
            case 227: aggregate.When((SearchOrderShipped)payload); return aggregate;
            case 228: aggregate.When((SearchOrderCancelled)payload); return aggregate;
            case 229: aggregate.When((SearchItemAdded)payload); return aggregate;
            case 230: aggregate.When((SearchItemRemoved)payload); return aggregate;
            case 231: aggregate.When((SearchCustomerRegistered)payload); return aggregate;
            case 232: aggregate.When((SearchCustomerRenamed)payload); return aggregate;
            case 233: aggregate.When((SearchAddressCorrected)payload); return aggregate;
            case 234: aggregate.When((SearchPaymentAuthorised)payload); return aggregate;
            case 235: aggregate.When((SearchPaymentCaptured)payload); return aggregate;
            case 236: aggregate.When((SearchPaymentRefused)payload); return aggregate;
            case 237: aggregate.When((SearchRefundIssued)payload); return aggregate;
            case 238: aggregate.When((SearchInvoiceSent)payload); return aggregate;
            case 239: aggregate.When((SearchNoteTaken)payload); return aggregate;
            case 240: aggregate.When((PayrollOrderPlaced)payload); return aggregate;
            case 241: aggregate.When((PayrollOrderPaid)payload); return aggregate;
            case 242: aggregate.When((PayrollOrderShipped)payload); return aggregate;
            case 243: aggregate.When((PayrollOrderCancelled)payload); return aggregate;
            case 244: aggregate.When((PayrollItemAdded)payload); return aggregate;
            case 245: aggregate.When((PayrollItemRemoved)payload); return aggregate;
            case 246: aggregate.When((PayrollCustomerRegistered)payload); return aggregate;
            case 247: aggregate.When((PayrollCustomerRenamed)payload); return aggregate;
            case 248: aggregate.When((PayrollAddressCorrected)payload); return aggregate;
            case 249: aggregate.When((PayrollPaymentAuthorised)payload); return aggregate;
            case 250: aggregate.When((PayrollPaymentCaptured)payload); return aggregate;
            case 251: aggregate.When((PayrollPaymentRefused)payload); return aggregate;
            case 252: aggregate.When((PayrollRefundIssued)payload); return aggregate;
            case 253: aggregate.When((PayrollInvoiceSent)payload); return aggregate;
            case 254: aggregate.When((PayrollNoteTaken)payload); return aggregate;
            case 255: aggregate.When((PlanningOrderPlaced)payload); return aggregate;
            case 256: aggregate.When((PlanningOrderPaid)payload); return aggregate;
            case 257: aggregate.When((PlanningOrderShipped)payload); return aggregate;
            case 258: aggregate.When((PlanningOrderCancelled)payload); return aggregate;
            case 259: aggregate.When((PlanningItemAdded)payload); return aggregate;
            case 260: aggregate.When((PlanningItemRemoved)payload); return aggregate;
            case 261: aggregate.When((PlanningCustomerRegistered)payload); return aggregate;
            case 262: aggregate.When((PlanningCustomerRenamed)payload); return aggregate;
            case 263: aggregate.When((PlanningAddressCorrected)payload); return aggregate;
            case 264: aggregate.When((PlanningPaymentAuthorised)payload); return aggregate;
            case 265: aggregate.When((PlanningPaymentCaptured)payload); return aggregate;
            case 266: aggregate.When((PlanningPaymentRefused)payload); return aggregate;
            case 267: aggregate.When((PlanningRefundIssued)payload); return aggregate;
            case 268: aggregate.When((PlanningInvoiceSent)payload); return aggregate;
            case 269: aggregate.When((PlanningNoteTaken)payload); return aggregate;
            case 270: aggregate.When((QualityOrderPlaced)payload); return aggregate;
            case 271: aggregate.When((QualityOrderPaid)payload); return aggregate;
            case 272: aggregate.When((QualityOrderShipped)payload); return aggregate;
            case 273: aggregate.When((QualityOrderCancelled)payload); return aggregate;
            case 274: aggregate.When((QualityItemAdded)payload); return aggregate;
            case 275: aggregate.When((QualityItemRemoved)payload); return aggregate;
            case 276: aggregate.When((QualityCustomerRegistered)payload); return aggregate;
            case 277: aggregate.When((QualityCustomerRenamed)payload); return aggregate;
            case 278: aggregate.When((QualityAddressCorrected)payload); return aggregate;
            case 279: aggregate.When((QualityPaymentAuthorised)payload); return aggregate;
            case 280: aggregate.When((QualityPaymentCaptured)payload); return aggregate;
            case 281: aggregate.When((QualityPaymentRefused)payload); return aggregate;
            case 282: aggregate.When((QualityRefundIssued)payload); return aggregate;
            case 283: aggregate.When((QualityInvoiceSent)payload); return aggregate;
            case 284: aggregate.When((QualityNoteTaken)payload); return aggregate;
            case 285: aggregate.When((AssetsOrderPlaced)payload); return aggregate;
            case 286: aggregate.When((AssetsOrderPaid)payload); return aggregate;
            case 287: aggregate.When((AssetsOrderShipped)payload); return aggregate;
            case 288: aggregate.When((AssetsOrderCancelled)payload); return aggregate;
            case 289: aggregate.When((AssetsItemAdded)payload); return aggregate;
            case 290: aggregate.When((AssetsItemRemoved)payload); return aggregate;
            case 291: aggregate.When((AssetsCustomerRegistered)payload); return aggregate;
            case 292: aggregate.When((AssetsCustomerRenamed)payload); return aggregate;
            case 293: aggregate.When((AssetsAddressCorrected)payload); return aggregate;
            case 294: aggregate.When((AssetsPaymentAuthorised)payload); return aggregate;
            case 295: aggregate.When((AssetsPaymentCaptured)payload); return aggregate;
            case 296: aggregate.When((AssetsPaymentRefused)payload); return aggregate;
            case 297: aggregate.When((AssetsRefundIssued)payload); return aggregate;
            case 298: aggregate.When((AssetsInvoiceSent)payload); return aggregate;
            case 299: aggregate.When((AssetsNoteTaken)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of300 TypeSwitch(Of300 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case SalesOrderPaid e: aggregate.When(e); return aggregate;
            case SalesOrderShipped e: aggregate.When(e); return aggregate;
            case SalesOrderCancelled e: aggregate.When(e); return aggregate;
            case SalesItemAdded e: aggregate.When(e); return aggregate;
            case SalesItemRemoved e: aggregate.When(e); return aggregate;
            case SalesCustomerRegistered e: aggregate.When(e); return aggregate;
            case SalesCustomerRenamed e: aggregate.When(e); return aggregate;
            case SalesAddressCorrected e: aggregate.When(e); return aggregate;
            case SalesPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SalesPaymentCaptured e: aggregate.When(e); return aggregate;
            case SalesPaymentRefused e: aggregate.When(e); return aggregate;
            case SalesRefundIssued e: aggregate.When(e); return aggregate;
            case SalesInvoiceSent e: aggregate.When(e); return aggregate;
            case SalesNoteTaken e: aggregate.When(e); return aggregate;
            case BillingOrderPlaced e: aggregate.When(e); return aggregate;
            case BillingOrderPaid e: aggregate.When(e); return aggregate;
            case BillingOrderShipped e: aggregate.When(e); return aggregate;
            case BillingOrderCancelled e: aggregate.When(e); return aggregate;
            case BillingItemAdded e: aggregate.When(e); return aggregate;
            case BillingItemRemoved e: aggregate.When(e); return aggregate;
            case BillingCustomerRegistered e: aggregate.When(e); return aggregate;
            case BillingCustomerRenamed e: aggregate.When(e); return aggregate;
            case BillingAddressCorrected e: aggregate.When(e); return aggregate;
            case BillingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case BillingPaymentCaptured e: aggregate.When(e); return aggregate;
            case BillingPaymentRefused e: aggregate.When(e); return aggregate;
            case BillingRefundIssued e: aggregate.When(e); return aggregate;
            case BillingInvoiceSent e: aggregate.When(e); return aggregate;
            case BillingNoteTaken e: aggregate.When(e); return aggregate;
            case WarehouseOrderPlaced e: aggregate.When(e); return aggregate;
            case WarehouseOrderPaid e: aggregate.When(e); return aggregate;
            case WarehouseOrderShipped e: aggregate.When(e); return aggregate;
            case WarehouseOrderCancelled e: aggregate.When(e); return aggregate;
            case WarehouseItemAdded e: aggregate.When(e); return aggregate;
            case WarehouseItemRemoved e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRegistered e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRenamed e: aggregate.When(e); return aggregate;
            case WarehouseAddressCorrected e: aggregate.When(e); return aggregate;
            case WarehousePaymentAuthorised e: aggregate.When(e); return aggregate;
            case WarehousePaymentCaptured e: aggregate.When(e); return aggregate;
            case WarehousePaymentRefused e: aggregate.When(e); return aggregate;
            case WarehouseRefundIssued e: aggregate.When(e); return aggregate;
            case WarehouseInvoiceSent e: aggregate.When(e); return aggregate;
            case WarehouseNoteTaken e: aggregate.When(e); return aggregate;
            case CrmOrderPlaced e: aggregate.When(e); return aggregate;
            case CrmOrderPaid e: aggregate.When(e); return aggregate;
            case CrmOrderShipped e: aggregate.When(e); return aggregate;
            case CrmOrderCancelled e: aggregate.When(e); return aggregate;
            case CrmItemAdded e: aggregate.When(e); return aggregate;
            case CrmItemRemoved e: aggregate.When(e); return aggregate;
            case CrmCustomerRegistered e: aggregate.When(e); return aggregate;
            case CrmCustomerRenamed e: aggregate.When(e); return aggregate;
            case CrmAddressCorrected e: aggregate.When(e); return aggregate;
            case CrmPaymentAuthorised e: aggregate.When(e); return aggregate;
            case CrmPaymentCaptured e: aggregate.When(e); return aggregate;
            case CrmPaymentRefused e: aggregate.When(e); return aggregate;
            case CrmRefundIssued e: aggregate.When(e); return aggregate;
            case CrmInvoiceSent e: aggregate.When(e); return aggregate;
            case CrmNoteTaken e: aggregate.When(e); return aggregate;
            case ShippingOrderPlaced e: aggregate.When(e); return aggregate;
            case ShippingOrderPaid e: aggregate.When(e); return aggregate;
            case ShippingOrderShipped e: aggregate.When(e); return aggregate;
            case ShippingOrderCancelled e: aggregate.When(e); return aggregate;
            case ShippingItemAdded e: aggregate.When(e); return aggregate;
            case ShippingItemRemoved e: aggregate.When(e); return aggregate;
            case ShippingCustomerRegistered e: aggregate.When(e); return aggregate;
            case ShippingCustomerRenamed e: aggregate.When(e); return aggregate;
            case ShippingAddressCorrected e: aggregate.When(e); return aggregate;
            case ShippingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case ShippingPaymentCaptured e: aggregate.When(e); return aggregate;
            case ShippingPaymentRefused e: aggregate.When(e); return aggregate;
            case ShippingRefundIssued e: aggregate.When(e); return aggregate;
            case ShippingInvoiceSent e: aggregate.When(e); return aggregate;
            case ShippingNoteTaken e: aggregate.When(e); return aggregate;
            case CatalogueOrderPlaced e: aggregate.When(e); return aggregate;
            case CatalogueOrderPaid e: aggregate.When(e); return aggregate;
            case CatalogueOrderShipped e: aggregate.When(e); return aggregate;
            case CatalogueOrderCancelled e: aggregate.When(e); return aggregate;
            case CatalogueItemAdded e: aggregate.When(e); return aggregate;
            case CatalogueItemRemoved e: aggregate.When(e); return aggregate;
            case CatalogueCustomerRegistered e: aggregate.When(e); return aggregate;
            case CatalogueCustomerRenamed e: aggregate.When(e); return aggregate;
            case CatalogueAddressCorrected e: aggregate.When(e); return aggregate;
            case CataloguePaymentAuthorised e: aggregate.When(e); return aggregate;
            case CataloguePaymentCaptured e: aggregate.When(e); return aggregate;
            case CataloguePaymentRefused e: aggregate.When(e); return aggregate;
            case CatalogueRefundIssued e: aggregate.When(e); return aggregate;
            case CatalogueInvoiceSent e: aggregate.When(e); return aggregate;
            case CatalogueNoteTaken e: aggregate.When(e); return aggregate;
            case SupportOrderPlaced e: aggregate.When(e); return aggregate;
            case SupportOrderPaid e: aggregate.When(e); return aggregate;
            case SupportOrderShipped e: aggregate.When(e); return aggregate;
            case SupportOrderCancelled e: aggregate.When(e); return aggregate;
            case SupportItemAdded e: aggregate.When(e); return aggregate;
            case SupportItemRemoved e: aggregate.When(e); return aggregate;
            case SupportCustomerRegistered e: aggregate.When(e); return aggregate;
            case SupportCustomerRenamed e: aggregate.When(e); return aggregate;
            case SupportAddressCorrected e: aggregate.When(e); return aggregate;
            case SupportPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SupportPaymentCaptured e: aggregate.When(e); return aggregate;
            case SupportPaymentRefused e: aggregate.When(e); return aggregate;
            case SupportRefundIssued e: aggregate.When(e); return aggregate;
            case SupportInvoiceSent e: aggregate.When(e); return aggregate;
            case SupportNoteTaken e: aggregate.When(e); return aggregate;
            case LoyaltyOrderPlaced e: aggregate.When(e); return aggregate;
            case LoyaltyOrderPaid e: aggregate.When(e); return aggregate;
            case LoyaltyOrderShipped e: aggregate.When(e); return aggregate;
            case LoyaltyOrderCancelled e: aggregate.When(e); return aggregate;
            case LoyaltyItemAdded e: aggregate.When(e); return aggregate;
            case LoyaltyItemRemoved e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRegistered e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRenamed e: aggregate.When(e); return aggregate;
            case LoyaltyAddressCorrected e: aggregate.When(e); return aggregate;
            case LoyaltyPaymentAuthorised e: aggregate.When(e); return aggregate;
            case LoyaltyPaymentCaptured e: aggregate.When(e); return aggregate;
            case LoyaltyPaymentRefused e: aggregate.When(e); return aggregate;
            case LoyaltyRefundIssued e: aggregate.When(e); return aggregate;
            case LoyaltyInvoiceSent e: aggregate.When(e); return aggregate;
            case LoyaltyNoteTaken e: aggregate.When(e); return aggregate;
            case ReturnsOrderPlaced e: aggregate.When(e); return aggregate;
            case ReturnsOrderPaid e: aggregate.When(e); return aggregate;
            case ReturnsOrderShipped e: aggregate.When(e); return aggregate;
            case ReturnsOrderCancelled e: aggregate.When(e); return aggregate;
            case ReturnsItemAdded e: aggregate.When(e); return aggregate;
            case ReturnsItemRemoved e: aggregate.When(e); return aggregate;
            case ReturnsCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReturnsCustomerRenamed e: aggregate.When(e); return aggregate;
            case ReturnsAddressCorrected e: aggregate.When(e); return aggregate;
            case ReturnsPaymentAuthorised e: aggregate.When(e); return aggregate;
            case ReturnsPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReturnsPaymentRefused e: aggregate.When(e); return aggregate;
            case ReturnsRefundIssued e: aggregate.When(e); return aggregate;
            case ReturnsInvoiceSent e: aggregate.When(e); return aggregate;
            case ReturnsNoteTaken e: aggregate.When(e); return aggregate;
            case PricingOrderPlaced e: aggregate.When(e); return aggregate;
            case PricingOrderPaid e: aggregate.When(e); return aggregate;
            case PricingOrderShipped e: aggregate.When(e); return aggregate;
            case PricingOrderCancelled e: aggregate.When(e); return aggregate;
            case PricingItemAdded e: aggregate.When(e); return aggregate;
            case PricingItemRemoved e: aggregate.When(e); return aggregate;
            case PricingCustomerRegistered e: aggregate.When(e); return aggregate;
            case PricingCustomerRenamed e: aggregate.When(e); return aggregate;
            case PricingAddressCorrected e: aggregate.When(e); return aggregate;
            case PricingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PricingPaymentCaptured e: aggregate.When(e); return aggregate;
            case PricingPaymentRefused e: aggregate.When(e); return aggregate;
            case PricingRefundIssued e: aggregate.When(e); return aggregate;
            case PricingInvoiceSent e: aggregate.When(e); return aggregate;
            case PricingNoteTaken e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            case FraudOrderPaid e: aggregate.When(e); return aggregate;
            case FraudOrderShipped e: aggregate.When(e); return aggregate;
            case FraudOrderCancelled e: aggregate.When(e); return aggregate;
            case FraudItemAdded e: aggregate.When(e); return aggregate;
            case FraudItemRemoved e: aggregate.When(e); return aggregate;
            case FraudCustomerRegistered e: aggregate.When(e); return aggregate;
            case FraudCustomerRenamed e: aggregate.When(e); return aggregate;
            case FraudAddressCorrected e: aggregate.When(e); return aggregate;
            case FraudPaymentAuthorised e: aggregate.When(e); return aggregate;
            case FraudPaymentCaptured e: aggregate.When(e); return aggregate;
            case FraudPaymentRefused e: aggregate.When(e); return aggregate;
            case FraudRefundIssued e: aggregate.When(e); return aggregate;
            case FraudInvoiceSent e: aggregate.When(e); return aggregate;
            case FraudNoteTaken e: aggregate.When(e); return aggregate;
            case AuditOrderPlaced e: aggregate.When(e); return aggregate;
            case AuditOrderPaid e: aggregate.When(e); return aggregate;
            case AuditOrderShipped e: aggregate.When(e); return aggregate;
            case AuditOrderCancelled e: aggregate.When(e); return aggregate;
            case AuditItemAdded e: aggregate.When(e); return aggregate;
            case AuditItemRemoved e: aggregate.When(e); return aggregate;
            case AuditCustomerRegistered e: aggregate.When(e); return aggregate;
            case AuditCustomerRenamed e: aggregate.When(e); return aggregate;
            case AuditAddressCorrected e: aggregate.When(e); return aggregate;
            case AuditPaymentAuthorised e: aggregate.When(e); return aggregate;
            case AuditPaymentCaptured e: aggregate.When(e); return aggregate;
            case AuditPaymentRefused e: aggregate.When(e); return aggregate;
            case AuditRefundIssued e: aggregate.When(e); return aggregate;
            case AuditInvoiceSent e: aggregate.When(e); return aggregate;
            case AuditNoteTaken e: aggregate.When(e); return aggregate;
            case IdentityOrderPlaced e: aggregate.When(e); return aggregate;
            case IdentityOrderPaid e: aggregate.When(e); return aggregate;
            case IdentityOrderShipped e: aggregate.When(e); return aggregate;
            case IdentityOrderCancelled e: aggregate.When(e); return aggregate;
            case IdentityItemAdded e: aggregate.When(e); return aggregate;
            case IdentityItemRemoved e: aggregate.When(e); return aggregate;
            case IdentityCustomerRegistered e: aggregate.When(e); return aggregate;
            case IdentityCustomerRenamed e: aggregate.When(e); return aggregate;
            case IdentityAddressCorrected e: aggregate.When(e); return aggregate;
            case IdentityPaymentAuthorised e: aggregate.When(e); return aggregate;
            case IdentityPaymentCaptured e: aggregate.When(e); return aggregate;
            case IdentityPaymentRefused e: aggregate.When(e); return aggregate;
            case IdentityRefundIssued e: aggregate.When(e); return aggregate;
            case IdentityInvoiceSent e: aggregate.When(e); return aggregate;
            case IdentityNoteTaken e: aggregate.When(e); return aggregate;
            case ReportingOrderPlaced e: aggregate.When(e); return aggregate;
            case ReportingOrderPaid e: aggregate.When(e); return aggregate;
            case ReportingOrderShipped e: aggregate.When(e); return aggregate;
            case ReportingOrderCancelled e: aggregate.When(e); return aggregate;
            case ReportingItemAdded e: aggregate.When(e); return aggregate;
            case ReportingItemRemoved e: aggregate.When(e); return aggregate;
            case ReportingCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReportingCustomerRenamed e: aggregate.When(e); return aggregate;
            case ReportingAddressCorrected e: aggregate.When(e); return aggregate;
            case ReportingPaymentAuthorised e: aggregate.When(e); return aggregate;
            case ReportingPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReportingPaymentRefused e: aggregate.When(e); return aggregate;
            case ReportingRefundIssued e: aggregate.When(e); return aggregate;
            case ReportingInvoiceSent e: aggregate.When(e); return aggregate;
            case ReportingNoteTaken e: aggregate.When(e); return aggregate;
            case PartnersOrderPlaced e: aggregate.When(e); return aggregate;
            case PartnersOrderPaid e: aggregate.When(e); return aggregate;
            case PartnersOrderShipped e: aggregate.When(e); return aggregate;
            case PartnersOrderCancelled e: aggregate.When(e); return aggregate;
            case PartnersItemAdded e: aggregate.When(e); return aggregate;
            case PartnersItemRemoved e: aggregate.When(e); return aggregate;
            case PartnersCustomerRegistered e: aggregate.When(e); return aggregate;
            case PartnersCustomerRenamed e: aggregate.When(e); return aggregate;
            case PartnersAddressCorrected e: aggregate.When(e); return aggregate;
            case PartnersPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PartnersPaymentCaptured e: aggregate.When(e); return aggregate;
            case PartnersPaymentRefused e: aggregate.When(e); return aggregate;
            case PartnersRefundIssued e: aggregate.When(e); return aggregate;
            case PartnersInvoiceSent e: aggregate.When(e); return aggregate;
            case PartnersNoteTaken e: aggregate.When(e); return aggregate;
            case SearchOrderPlaced e: aggregate.When(e); return aggregate;
            case SearchOrderPaid e: aggregate.When(e); return aggregate;
            case SearchOrderShipped e: aggregate.When(e); return aggregate;
            case SearchOrderCancelled e: aggregate.When(e); return aggregate;
            case SearchItemAdded e: aggregate.When(e); return aggregate;
            case SearchItemRemoved e: aggregate.When(e); return aggregate;
            case SearchCustomerRegistered e: aggregate.When(e); return aggregate;
            case SearchCustomerRenamed e: aggregate.When(e); return aggregate;
            case SearchAddressCorrected e: aggregate.When(e); return aggregate;
            case SearchPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SearchPaymentCaptured e: aggregate.When(e); return aggregate;
            case SearchPaymentRefused e: aggregate.When(e); return aggregate;
            case SearchRefundIssued e: aggregate.When(e); return aggregate;
            case SearchInvoiceSent e: aggregate.When(e); return aggregate;
            case SearchNoteTaken e: aggregate.When(e); return aggregate;
            case PayrollOrderPlaced e: aggregate.When(e); return aggregate;
            case PayrollOrderPaid e: aggregate.When(e); return aggregate;
            case PayrollOrderShipped e: aggregate.When(e); return aggregate;
            case PayrollOrderCancelled e: aggregate.When(e); return aggregate;
            case PayrollItemAdded e: aggregate.When(e); return aggregate;
            case PayrollItemRemoved e: aggregate.When(e); return aggregate;
            case PayrollCustomerRegistered e: aggregate.When(e); return aggregate;
            case PayrollCustomerRenamed e: aggregate.When(e); return aggregate;
            case PayrollAddressCorrected e: aggregate.When(e); return aggregate;
            case PayrollPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PayrollPaymentCaptured e: aggregate.When(e); return aggregate;
            case PayrollPaymentRefused e: aggregate.When(e); return aggregate;
            case PayrollRefundIssued e: aggregate.When(e); return aggregate;
            case PayrollInvoiceSent e: aggregate.When(e); return aggregate;
            case PayrollNoteTaken e: aggregate.When(e); return aggregate;
            case PlanningOrderPlaced e: aggregate.When(e); return aggregate;
            case PlanningOrderPaid e: aggregate.When(e); return aggregate;
            case PlanningOrderShipped e: aggregate.When(e); return aggregate;
            case PlanningOrderCancelled e: aggregate.When(e); return aggregate;
            case PlanningItemAdded e: aggregate.When(e); return aggregate;
            case PlanningItemRemoved e: aggregate.When(e); return aggregate;
            case PlanningCustomerRegistered e: aggregate.When(e); return aggregate;
            case PlanningCustomerRenamed e: aggregate.When(e); return aggregate;
            case PlanningAddressCorrected e: aggregate.When(e); return aggregate;
            case PlanningPaymentAuthorised e: aggregate.When(e); return aggregate;
            case PlanningPaymentCaptured e: aggregate.When(e); return aggregate;
            case PlanningPaymentRefused e: aggregate.When(e); return aggregate;
            case PlanningRefundIssued e: aggregate.When(e); return aggregate;
            case PlanningInvoiceSent e: aggregate.When(e); return aggregate;
            case PlanningNoteTaken e: aggregate.When(e); return aggregate;
            case QualityOrderPlaced e: aggregate.When(e); return aggregate;
            case QualityOrderPaid e: aggregate.When(e); return aggregate;
            case QualityOrderShipped e: aggregate.When(e); return aggregate;
            case QualityOrderCancelled e: aggregate.When(e); return aggregate;
            case QualityItemAdded e: aggregate.When(e); return aggregate;
            case QualityItemRemoved e: aggregate.When(e); return aggregate;
            case QualityCustomerRegistered e: aggregate.When(e); return aggregate;
            case QualityCustomerRenamed e: aggregate.When(e); return aggregate;
            case QualityAddressCorrected e: aggregate.When(e); return aggregate;
            case QualityPaymentAuthorised e: aggregate.When(e); return aggregate;
            case QualityPaymentCaptured e: aggregate.When(e); return aggregate;
            case QualityPaymentRefused e: aggregate.When(e); return aggregate;
            case QualityRefundIssued e: aggregate.When(e); return aggregate;
            case QualityInvoiceSent e: aggregate.When(e); return aggregate;
            case QualityNoteTaken e: aggregate.When(e); return aggregate;
            case AssetsOrderPlaced e: aggregate.When(e); return aggregate;
            case AssetsOrderPaid e: aggregate.When(e); return aggregate;
            case AssetsOrderShipped e: aggregate.When(e); return aggregate;
            case AssetsOrderCancelled e: aggregate.When(e); return aggregate;
            case AssetsItemAdded e: aggregate.When(e); return aggregate;
            case AssetsItemRemoved e: aggregate.When(e); return aggregate;
            case AssetsCustomerRegistered e: aggregate.When(e); return aggregate;
            case AssetsCustomerRenamed e: aggregate.When(e); return aggregate;
            case AssetsAddressCorrected e: aggregate.When(e); return aggregate;
            case AssetsPaymentAuthorised e: aggregate.When(e); return aggregate;
            case AssetsPaymentCaptured e: aggregate.When(e); return aggregate;
            case AssetsPaymentRefused e: aggregate.When(e); return aggregate;
            case AssetsRefundIssued e: aggregate.When(e); return aggregate;
            case AssetsInvoiceSent e: aggregate.When(e); return aggregate;
            case AssetsNoteTaken e: aggregate.When(e); return aggregate;
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
        "sales.customer-registered.v1" => 6,
        "sales.customer-renamed.v2" => 7,
        "sales.address-corrected.v3" => 8,
        "sales.payment-authorised.v1" => 9,
        "sales.payment-captured.v2" => 10,
        "sales.payment-refused.v3" => 11,
        "sales.refund-issued.v1" => 12,
        "sales.invoice-sent.v2" => 13,
        "sales.note-taken.v3" => 14,
        "billing.order-placed.v1" => 15,
        "billing.order-paid.v2" => 16,
        "billing.order-shipped.v3" => 17,
        "billing.order-cancelled.v1" => 18,
        "billing.item-added.v2" => 19,
        "billing.item-removed.v3" => 20,
        "billing.customer-registered.v1" => 21,
        "billing.customer-renamed.v2" => 22,
        "billing.address-corrected.v3" => 23,
        "billing.payment-authorised.v1" => 24,
        "billing.payment-captured.v2" => 25,
        "billing.payment-refused.v3" => 26,
        "billing.refund-issued.v1" => 27,
        "billing.invoice-sent.v2" => 28,
        "billing.note-taken.v3" => 29,
        "warehouse.order-placed.v1" => 30,
        "warehouse.order-paid.v2" => 31,
        "warehouse.order-shipped.v3" => 32,
        "warehouse.order-cancelled.v1" => 33,
        "warehouse.item-added.v2" => 34,
        "warehouse.item-removed.v3" => 35,
        "warehouse.customer-registered.v1" => 36,
        "warehouse.customer-renamed.v2" => 37,
        "warehouse.address-corrected.v3" => 38,
        "warehouse.payment-authorised.v1" => 39,
        "warehouse.payment-captured.v2" => 40,
        "warehouse.payment-refused.v3" => 41,
        "warehouse.refund-issued.v1" => 42,
        "warehouse.invoice-sent.v2" => 43,
        "warehouse.note-taken.v3" => 44,
        "crm.order-placed.v1" => 45,
        "crm.order-paid.v2" => 46,
        "crm.order-shipped.v3" => 47,
        "crm.order-cancelled.v1" => 48,
        "crm.item-added.v2" => 49,
        "crm.item-removed.v3" => 50,
        "crm.customer-registered.v1" => 51,
        "crm.customer-renamed.v2" => 52,
        "crm.address-corrected.v3" => 53,
        "crm.payment-authorised.v1" => 54,
        "crm.payment-captured.v2" => 55,
        "crm.payment-refused.v3" => 56,
        "crm.refund-issued.v1" => 57,
        "crm.invoice-sent.v2" => 58,
        "crm.note-taken.v3" => 59,
        "shipping.order-placed.v1" => 60,
        "shipping.order-paid.v2" => 61,
        "shipping.order-shipped.v3" => 62,
        "shipping.order-cancelled.v1" => 63,
        "shipping.item-added.v2" => 64,
        "shipping.item-removed.v3" => 65,
        "shipping.customer-registered.v1" => 66,
        "shipping.customer-renamed.v2" => 67,
        "shipping.address-corrected.v3" => 68,
        "shipping.payment-authorised.v1" => 69,
        "shipping.payment-captured.v2" => 70,
        "shipping.payment-refused.v3" => 71,
        "shipping.refund-issued.v1" => 72,
        "shipping.invoice-sent.v2" => 73,
        "shipping.note-taken.v3" => 74,
        "catalogue.order-placed.v1" => 75,
        "catalogue.order-paid.v2" => 76,
        "catalogue.order-shipped.v3" => 77,
        "catalogue.order-cancelled.v1" => 78,
        "catalogue.item-added.v2" => 79,
        "catalogue.item-removed.v3" => 80,
        "catalogue.customer-registered.v1" => 81,
        "catalogue.customer-renamed.v2" => 82,
        "catalogue.address-corrected.v3" => 83,
        "catalogue.payment-authorised.v1" => 84,
        "catalogue.payment-captured.v2" => 85,
        "catalogue.payment-refused.v3" => 86,
        "catalogue.refund-issued.v1" => 87,
        "catalogue.invoice-sent.v2" => 88,
        "catalogue.note-taken.v3" => 89,
        "support.order-placed.v1" => 90,
        "support.order-paid.v2" => 91,
        "support.order-shipped.v3" => 92,
        "support.order-cancelled.v1" => 93,
        "support.item-added.v2" => 94,
        "support.item-removed.v3" => 95,
        "support.customer-registered.v1" => 96,
        "support.customer-renamed.v2" => 97,
        "support.address-corrected.v3" => 98,
        "support.payment-authorised.v1" => 99,
        "support.payment-captured.v2" => 100,
        "support.payment-refused.v3" => 101,
        "support.refund-issued.v1" => 102,
        "support.invoice-sent.v2" => 103,
        "support.note-taken.v3" => 104,
        "loyalty.order-placed.v1" => 105,
        "loyalty.order-paid.v2" => 106,
        "loyalty.order-shipped.v3" => 107,
        "loyalty.order-cancelled.v1" => 108,
        "loyalty.item-added.v2" => 109,
        "loyalty.item-removed.v3" => 110,
        "loyalty.customer-registered.v1" => 111,
        "loyalty.customer-renamed.v2" => 112,
        "loyalty.address-corrected.v3" => 113,
        "loyalty.payment-authorised.v1" => 114,
        "loyalty.payment-captured.v2" => 115,
        "loyalty.payment-refused.v3" => 116,
        "loyalty.refund-issued.v1" => 117,
        "loyalty.invoice-sent.v2" => 118,
        "loyalty.note-taken.v3" => 119,
        "returns.order-placed.v1" => 120,
        "returns.order-paid.v2" => 121,
        "returns.order-shipped.v3" => 122,
        "returns.order-cancelled.v1" => 123,
        "returns.item-added.v2" => 124,
        "returns.item-removed.v3" => 125,
        "returns.customer-registered.v1" => 126,
        "returns.customer-renamed.v2" => 127,
        "returns.address-corrected.v3" => 128,
        "returns.payment-authorised.v1" => 129,
        "returns.payment-captured.v2" => 130,
        "returns.payment-refused.v3" => 131,
        "returns.refund-issued.v1" => 132,
        "returns.invoice-sent.v2" => 133,
        "returns.note-taken.v3" => 134,
        "pricing.order-placed.v1" => 135,
        "pricing.order-paid.v2" => 136,
        "pricing.order-shipped.v3" => 137,
        "pricing.order-cancelled.v1" => 138,
        "pricing.item-added.v2" => 139,
        "pricing.item-removed.v3" => 140,
        "pricing.customer-registered.v1" => 141,
        "pricing.customer-renamed.v2" => 142,
        "pricing.address-corrected.v3" => 143,
        "pricing.payment-authorised.v1" => 144,
        "pricing.payment-captured.v2" => 145,
        "pricing.payment-refused.v3" => 146,
        "pricing.refund-issued.v1" => 147,
        "pricing.invoice-sent.v2" => 148,
        "pricing.note-taken.v3" => 149,
        "fraud.order-placed.v1" => 150,
        "fraud.order-paid.v2" => 151,
        "fraud.order-shipped.v3" => 152,
        "fraud.order-cancelled.v1" => 153,
        "fraud.item-added.v2" => 154,
        "fraud.item-removed.v3" => 155,
        "fraud.customer-registered.v1" => 156,
        "fraud.customer-renamed.v2" => 157,
        "fraud.address-corrected.v3" => 158,
        "fraud.payment-authorised.v1" => 159,
        "fraud.payment-captured.v2" => 160,
        "fraud.payment-refused.v3" => 161,
        "fraud.refund-issued.v1" => 162,
        "fraud.invoice-sent.v2" => 163,
        "fraud.note-taken.v3" => 164,
        "audit.order-placed.v1" => 165,
        "audit.order-paid.v2" => 166,
        "audit.order-shipped.v3" => 167,
        "audit.order-cancelled.v1" => 168,
        "audit.item-added.v2" => 169,
        "audit.item-removed.v3" => 170,
        "audit.customer-registered.v1" => 171,
        "audit.customer-renamed.v2" => 172,
        "audit.address-corrected.v3" => 173,
        "audit.payment-authorised.v1" => 174,
        "audit.payment-captured.v2" => 175,
        "audit.payment-refused.v3" => 176,
        "audit.refund-issued.v1" => 177,
        "audit.invoice-sent.v2" => 178,
        "audit.note-taken.v3" => 179,
        "identity.order-placed.v1" => 180,
        "identity.order-paid.v2" => 181,
        "identity.order-shipped.v3" => 182,
        "identity.order-cancelled.v1" => 183,
        "identity.item-added.v2" => 184,
        "identity.item-removed.v3" => 185,
        "identity.customer-registered.v1" => 186,
        "identity.customer-renamed.v2" => 187,
        "identity.address-corrected.v3" => 188,
        "identity.payment-authorised.v1" => 189,
        "identity.payment-captured.v2" => 190,
        "identity.payment-refused.v3" => 191,
        "identity.refund-issued.v1" => 192,
        "identity.invoice-sent.v2" => 193,
        "identity.note-taken.v3" => 194,
        "reporting.order-placed.v1" => 195,
        "reporting.order-paid.v2" => 196,
        "reporting.order-shipped.v3" => 197,
        "reporting.order-cancelled.v1" => 198,
        "reporting.item-added.v2" => 199,
        "reporting.item-removed.v3" => 200,
        "reporting.customer-registered.v1" => 201,
        "reporting.customer-renamed.v2" => 202,
        "reporting.address-corrected.v3" => 203,
        "reporting.payment-authorised.v1" => 204,
        "reporting.payment-captured.v2" => 205,
        "reporting.payment-refused.v3" => 206,
        "reporting.refund-issued.v1" => 207,
        "reporting.invoice-sent.v2" => 208,
        "reporting.note-taken.v3" => 209,
        "partners.order-placed.v1" => 210,
        "partners.order-paid.v2" => 211,
        "partners.order-shipped.v3" => 212,
        "partners.order-cancelled.v1" => 213,
        "partners.item-added.v2" => 214,
        "partners.item-removed.v3" => 215,
        "partners.customer-registered.v1" => 216,
        "partners.customer-renamed.v2" => 217,
        "partners.address-corrected.v3" => 218,
        "partners.payment-authorised.v1" => 219,
        "partners.payment-captured.v2" => 220,
        "partners.payment-refused.v3" => 221,
        "partners.refund-issued.v1" => 222,
        "partners.invoice-sent.v2" => 223,
        "partners.note-taken.v3" => 224,
        "search.order-placed.v1" => 225,
        "search.order-paid.v2" => 226,
        "search.order-shipped.v3" => 227,
        "search.order-cancelled.v1" => 228,
        "search.item-added.v2" => 229,
        "search.item-removed.v3" => 230,
        "search.customer-registered.v1" => 231,
        "search.customer-renamed.v2" => 232,
        "search.address-corrected.v3" => 233,
        "search.payment-authorised.v1" => 234,
        "search.payment-captured.v2" => 235,
        "search.payment-refused.v3" => 236,
        "search.refund-issued.v1" => 237,
        "search.invoice-sent.v2" => 238,
        "search.note-taken.v3" => 239,
        "payroll.order-placed.v1" => 240,
        "payroll.order-paid.v2" => 241,
        "payroll.order-shipped.v3" => 242,
        "payroll.order-cancelled.v1" => 243,
        "payroll.item-added.v2" => 244,
        "payroll.item-removed.v3" => 245,
        "payroll.customer-registered.v1" => 246,
        "payroll.customer-renamed.v2" => 247,
        "payroll.address-corrected.v3" => 248,
        "payroll.payment-authorised.v1" => 249,
        "payroll.payment-captured.v2" => 250,
        "payroll.payment-refused.v3" => 251,
        "payroll.refund-issued.v1" => 252,
        "payroll.invoice-sent.v2" => 253,
        "payroll.note-taken.v3" => 254,
        "planning.order-placed.v1" => 255,
        "planning.order-paid.v2" => 256,
        "planning.order-shipped.v3" => 257,
        "planning.order-cancelled.v1" => 258,
        "planning.item-added.v2" => 259,
        "planning.item-removed.v3" => 260,
        "planning.customer-registered.v1" => 261,
        "planning.customer-renamed.v2" => 262,
        "planning.address-corrected.v3" => 263,
        "planning.payment-authorised.v1" => 264,
        "planning.payment-captured.v2" => 265,
        "planning.payment-refused.v3" => 266,
        "planning.refund-issued.v1" => 267,
        "planning.invoice-sent.v2" => 268,
        "planning.note-taken.v3" => 269,
        "quality.order-placed.v1" => 270,
        "quality.order-paid.v2" => 271,
        "quality.order-shipped.v3" => 272,
        "quality.order-cancelled.v1" => 273,
        "quality.item-added.v2" => 274,
        "quality.item-removed.v3" => 275,
        "quality.customer-registered.v1" => 276,
        "quality.customer-renamed.v2" => 277,
        "quality.address-corrected.v3" => 278,
        "quality.payment-authorised.v1" => 279,
        "quality.payment-captured.v2" => 280,
        "quality.payment-refused.v3" => 281,
        "quality.refund-issued.v1" => 282,
        "quality.invoice-sent.v2" => 283,
        "quality.note-taken.v3" => 284,
        "assets.order-placed.v1" => 285,
        "assets.order-paid.v2" => 286,
        "assets.order-shipped.v3" => 287,
        "assets.order-cancelled.v1" => 288,
        "assets.item-added.v2" => 289,
        "assets.item-removed.v3" => 290,
        "assets.customer-registered.v1" => 291,
        "assets.customer-renamed.v2" => 292,
        "assets.address-corrected.v3" => 293,
        "assets.payment-authorised.v1" => 294,
        "assets.payment-captured.v2" => 295,
        "assets.payment-refused.v3" => 296,
        "assets.refund-issued.v1" => 297,
        "assets.invoice-sent.v2" => 298,
        "assets.note-taken.v3" => 299,
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
        new SalesCustomerRegistered(6),
        new SalesCustomerRenamed(7),
        new SalesAddressCorrected(8),
        new SalesPaymentAuthorised(9),
        new SalesPaymentCaptured(10),
        new SalesPaymentRefused(11),
        new SalesRefundIssued(12),
        new SalesInvoiceSent(13),
        new SalesNoteTaken(14),
        new BillingOrderPlaced(15),
        new BillingOrderPaid(16),
        new BillingOrderShipped(17),
        new BillingOrderCancelled(18),
        new BillingItemAdded(19),
        new BillingItemRemoved(20),
        new BillingCustomerRegistered(21),
        new BillingCustomerRenamed(22),
        new BillingAddressCorrected(23),
        new BillingPaymentAuthorised(24),
        new BillingPaymentCaptured(25),
        new BillingPaymentRefused(26),
        new BillingRefundIssued(27),
        new BillingInvoiceSent(28),
        new BillingNoteTaken(29),
        new WarehouseOrderPlaced(30),
        new WarehouseOrderPaid(31),
        new WarehouseOrderShipped(32),
        new WarehouseOrderCancelled(33),
        new WarehouseItemAdded(34),
        new WarehouseItemRemoved(35),
        new WarehouseCustomerRegistered(36),
        new WarehouseCustomerRenamed(37),
        new WarehouseAddressCorrected(38),
        new WarehousePaymentAuthorised(39),
        new WarehousePaymentCaptured(40),
        new WarehousePaymentRefused(41),
        new WarehouseRefundIssued(42),
        new WarehouseInvoiceSent(43),
        new WarehouseNoteTaken(44),
        new CrmOrderPlaced(45),
        new CrmOrderPaid(46),
        new CrmOrderShipped(47),
        new CrmOrderCancelled(48),
        new CrmItemAdded(49),
        new CrmItemRemoved(50),
        new CrmCustomerRegistered(51),
        new CrmCustomerRenamed(52),
        new CrmAddressCorrected(53),
        new CrmPaymentAuthorised(54),
        new CrmPaymentCaptured(55),
        new CrmPaymentRefused(56),
        new CrmRefundIssued(57),
        new CrmInvoiceSent(58),
        new CrmNoteTaken(59),
        new ShippingOrderPlaced(60),
        new ShippingOrderPaid(61),
        new ShippingOrderShipped(62),
        new ShippingOrderCancelled(63),
        new ShippingItemAdded(64),
        new ShippingItemRemoved(65),
        new ShippingCustomerRegistered(66),
        new ShippingCustomerRenamed(67),
        new ShippingAddressCorrected(68),
        new ShippingPaymentAuthorised(69),
        new ShippingPaymentCaptured(70),
        new ShippingPaymentRefused(71),
        new ShippingRefundIssued(72),
        new ShippingInvoiceSent(73),
        new ShippingNoteTaken(74),
        new CatalogueOrderPlaced(75),
        new CatalogueOrderPaid(76),
        new CatalogueOrderShipped(77),
        new CatalogueOrderCancelled(78),
        new CatalogueItemAdded(79),
        new CatalogueItemRemoved(80),
        new CatalogueCustomerRegistered(81),
        new CatalogueCustomerRenamed(82),
        new CatalogueAddressCorrected(83),
        new CataloguePaymentAuthorised(84),
        new CataloguePaymentCaptured(85),
        new CataloguePaymentRefused(86),
        new CatalogueRefundIssued(87),
        new CatalogueInvoiceSent(88),
        new CatalogueNoteTaken(89),
        new SupportOrderPlaced(90),
        new SupportOrderPaid(91),
        new SupportOrderShipped(92),
        new SupportOrderCancelled(93),
        new SupportItemAdded(94),
        new SupportItemRemoved(95),
        new SupportCustomerRegistered(96),
        new SupportCustomerRenamed(97),
        new SupportAddressCorrected(98),
        new SupportPaymentAuthorised(99),
        new SupportPaymentCaptured(100),
        new SupportPaymentRefused(101),
        new SupportRefundIssued(102),
        new SupportInvoiceSent(103),
        new SupportNoteTaken(104),
        new LoyaltyOrderPlaced(105),
        new LoyaltyOrderPaid(106),
        new LoyaltyOrderShipped(107),
        new LoyaltyOrderCancelled(108),
        new LoyaltyItemAdded(109),
        new LoyaltyItemRemoved(110),
        new LoyaltyCustomerRegistered(111),
        new LoyaltyCustomerRenamed(112),
        new LoyaltyAddressCorrected(113),
        new LoyaltyPaymentAuthorised(114),
        new LoyaltyPaymentCaptured(115),
        new LoyaltyPaymentRefused(116),
        new LoyaltyRefundIssued(117),
        new LoyaltyInvoiceSent(118),
        new LoyaltyNoteTaken(119),
        new ReturnsOrderPlaced(120),
        new ReturnsOrderPaid(121),
        new ReturnsOrderShipped(122),
        new ReturnsOrderCancelled(123),
        new ReturnsItemAdded(124),
        new ReturnsItemRemoved(125),
        new ReturnsCustomerRegistered(126),
        new ReturnsCustomerRenamed(127),
        new ReturnsAddressCorrected(128),
        new ReturnsPaymentAuthorised(129),
        new ReturnsPaymentCaptured(130),
        new ReturnsPaymentRefused(131),
        new ReturnsRefundIssued(132),
        new ReturnsInvoiceSent(133),
        new ReturnsNoteTaken(134),
        new PricingOrderPlaced(135),
        new PricingOrderPaid(136),
        new PricingOrderShipped(137),
        new PricingOrderCancelled(138),
        new PricingItemAdded(139),
        new PricingItemRemoved(140),
        new PricingCustomerRegistered(141),
        new PricingCustomerRenamed(142),
        new PricingAddressCorrected(143),
        new PricingPaymentAuthorised(144),
        new PricingPaymentCaptured(145),
        new PricingPaymentRefused(146),
        new PricingRefundIssued(147),
        new PricingInvoiceSent(148),
        new PricingNoteTaken(149),
        new FraudOrderPlaced(150),
        new FraudOrderPaid(151),
        new FraudOrderShipped(152),
        new FraudOrderCancelled(153),
        new FraudItemAdded(154),
        new FraudItemRemoved(155),
        new FraudCustomerRegistered(156),
        new FraudCustomerRenamed(157),
        new FraudAddressCorrected(158),
        new FraudPaymentAuthorised(159),
        new FraudPaymentCaptured(160),
        new FraudPaymentRefused(161),
        new FraudRefundIssued(162),
        new FraudInvoiceSent(163),
        new FraudNoteTaken(164),
        new AuditOrderPlaced(165),
        new AuditOrderPaid(166),
        new AuditOrderShipped(167),
        new AuditOrderCancelled(168),
        new AuditItemAdded(169),
        new AuditItemRemoved(170),
        new AuditCustomerRegistered(171),
        new AuditCustomerRenamed(172),
        new AuditAddressCorrected(173),
        new AuditPaymentAuthorised(174),
        new AuditPaymentCaptured(175),
        new AuditPaymentRefused(176),
        new AuditRefundIssued(177),
        new AuditInvoiceSent(178),
        new AuditNoteTaken(179),
        new IdentityOrderPlaced(180),
        new IdentityOrderPaid(181),
        new IdentityOrderShipped(182),
        new IdentityOrderCancelled(183),
        new IdentityItemAdded(184),
        new IdentityItemRemoved(185),
        new IdentityCustomerRegistered(186),
        new IdentityCustomerRenamed(187),
        new IdentityAddressCorrected(188),
        new IdentityPaymentAuthorised(189),
        new IdentityPaymentCaptured(190),
        new IdentityPaymentRefused(191),
        new IdentityRefundIssued(192),
        new IdentityInvoiceSent(193),
        new IdentityNoteTaken(194),
        new ReportingOrderPlaced(195),
        new ReportingOrderPaid(196),
        new ReportingOrderShipped(197),
        new ReportingOrderCancelled(198),
        new ReportingItemAdded(199),
        new ReportingItemRemoved(200),
        new ReportingCustomerRegistered(201),
        new ReportingCustomerRenamed(202),
        new ReportingAddressCorrected(203),
        new ReportingPaymentAuthorised(204),
        new ReportingPaymentCaptured(205),
        new ReportingPaymentRefused(206),
        new ReportingRefundIssued(207),
        new ReportingInvoiceSent(208),
        new ReportingNoteTaken(209),
        new PartnersOrderPlaced(210),
        new PartnersOrderPaid(211),
        new PartnersOrderShipped(212),
        new PartnersOrderCancelled(213),
        new PartnersItemAdded(214),
        new PartnersItemRemoved(215),
        new PartnersCustomerRegistered(216),
        new PartnersCustomerRenamed(217),
        new PartnersAddressCorrected(218),
        new PartnersPaymentAuthorised(219),
        new PartnersPaymentCaptured(220),
        new PartnersPaymentRefused(221),
        new PartnersRefundIssued(222),
        new PartnersInvoiceSent(223),
        new PartnersNoteTaken(224),
        new SearchOrderPlaced(225),
        new SearchOrderPaid(226),
        new SearchOrderShipped(227),
        new SearchOrderCancelled(228),
        new SearchItemAdded(229),
        new SearchItemRemoved(230),
        new SearchCustomerRegistered(231),
        new SearchCustomerRenamed(232),
        new SearchAddressCorrected(233),
        new SearchPaymentAuthorised(234),
        new SearchPaymentCaptured(235),
        new SearchPaymentRefused(236),
        new SearchRefundIssued(237),
        new SearchInvoiceSent(238),
        new SearchNoteTaken(239),
        new PayrollOrderPlaced(240),
        new PayrollOrderPaid(241),
        new PayrollOrderShipped(242),
        new PayrollOrderCancelled(243),
        new PayrollItemAdded(244),
        new PayrollItemRemoved(245),
        new PayrollCustomerRegistered(246),
        new PayrollCustomerRenamed(247),
        new PayrollAddressCorrected(248),
        new PayrollPaymentAuthorised(249),
        new PayrollPaymentCaptured(250),
        new PayrollPaymentRefused(251),
        new PayrollRefundIssued(252),
        new PayrollInvoiceSent(253),
        new PayrollNoteTaken(254),
        new PlanningOrderPlaced(255),
        new PlanningOrderPaid(256),
        new PlanningOrderShipped(257),
        new PlanningOrderCancelled(258),
        new PlanningItemAdded(259),
        new PlanningItemRemoved(260),
        new PlanningCustomerRegistered(261),
        new PlanningCustomerRenamed(262),
        new PlanningAddressCorrected(263),
        new PlanningPaymentAuthorised(264),
        new PlanningPaymentCaptured(265),
        new PlanningPaymentRefused(266),
        new PlanningRefundIssued(267),
        new PlanningInvoiceSent(268),
        new PlanningNoteTaken(269),
        new QualityOrderPlaced(270),
        new QualityOrderPaid(271),
        new QualityOrderShipped(272),
        new QualityOrderCancelled(273),
        new QualityItemAdded(274),
        new QualityItemRemoved(275),
        new QualityCustomerRegistered(276),
        new QualityCustomerRenamed(277),
        new QualityAddressCorrected(278),
        new QualityPaymentAuthorised(279),
        new QualityPaymentCaptured(280),
        new QualityPaymentRefused(281),
        new QualityRefundIssued(282),
        new QualityInvoiceSent(283),
        new QualityNoteTaken(284),
        new AssetsOrderPlaced(285),
        new AssetsOrderPaid(286),
        new AssetsOrderShipped(287),
        new AssetsOrderCancelled(288),
        new AssetsItemAdded(289),
        new AssetsItemRemoved(290),
        new AssetsCustomerRegistered(291),
        new AssetsCustomerRenamed(292),
        new AssetsAddressCorrected(293),
        new AssetsPaymentAuthorised(294),
        new AssetsPaymentCaptured(295),
        new AssetsPaymentRefused(296),
        new AssetsRefundIssued(297),
        new AssetsInvoiceSent(298),
        new AssetsNoteTaken(299),
    ];

    public static Action<Of300, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SalesOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SalesItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SalesItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SalesCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((SalesCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SalesAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SalesRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((SalesInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((SalesNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((BillingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((BillingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((BillingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((BillingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((BillingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((BillingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((BillingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((BillingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((WarehouseItemAdded)payload),
        static (aggregate, payload) => aggregate.When((WarehouseItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((WarehouseAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((WarehousePaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((WarehousePaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((WarehousePaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((WarehouseRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((WarehouseInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((WarehouseNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((CrmItemAdded)payload),
        static (aggregate, payload) => aggregate.When((CrmItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((CrmCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((CrmCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((CrmAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((CrmRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((CrmInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((CrmNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ShippingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ShippingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ShippingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ShippingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ShippingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ShippingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ShippingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((ShippingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((CatalogueItemAdded)payload),
        static (aggregate, payload) => aggregate.When((CatalogueItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((CatalogueCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((CatalogueCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((CatalogueAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((CatalogueRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((CatalogueInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((CatalogueNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SupportItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SupportItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SupportCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((SupportCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SupportAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SupportRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((SupportInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((SupportNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyItemAdded)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ReturnsItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ReturnsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ReturnsCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReturnsCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ReturnsAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ReturnsRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReturnsInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((ReturnsNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PricingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PricingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PricingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PricingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PricingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PricingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PricingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PricingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((FraudItemAdded)payload),
        static (aggregate, payload) => aggregate.When((FraudItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((FraudCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((FraudCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((FraudAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((FraudRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((FraudInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((FraudNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((AuditItemAdded)payload),
        static (aggregate, payload) => aggregate.When((AuditItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((AuditCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((AuditCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((AuditAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((AuditRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((AuditInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((AuditNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((IdentityItemAdded)payload),
        static (aggregate, payload) => aggregate.When((IdentityItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((IdentityAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((IdentityPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((IdentityPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((IdentityPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((IdentityRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((IdentityInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((IdentityNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((ReportingItemAdded)payload),
        static (aggregate, payload) => aggregate.When((ReportingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ReportingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReportingCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((ReportingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ReportingRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReportingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((ReportingNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PartnersItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PartnersItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PartnersCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PartnersCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PartnersAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PartnersRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PartnersInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PartnersNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SearchItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SearchItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SearchCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((SearchCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SearchAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((SearchRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((SearchInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((SearchNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PayrollItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PayrollItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PayrollCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PayrollCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PayrollAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PayrollRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PayrollInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PayrollNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PlanningItemAdded)payload),
        static (aggregate, payload) => aggregate.When((PlanningItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PlanningAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PlanningPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((PlanningPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((PlanningPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PlanningRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((PlanningInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PlanningNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((QualityItemAdded)payload),
        static (aggregate, payload) => aggregate.When((QualityItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((QualityCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((QualityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((QualityAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((QualityRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((QualityInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((QualityNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((AssetsItemAdded)payload),
        static (aggregate, payload) => aggregate.When((AssetsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((AssetsCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((AssetsCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((AssetsAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((AssetsRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((AssetsInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((AssetsNoteTaken)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "sales.order-paid.v2",
        "sales.order-shipped.v3",
        "sales.order-cancelled.v1",
        "sales.item-added.v2",
        "sales.item-removed.v3",
        "sales.customer-registered.v1",
        "sales.customer-renamed.v2",
        "sales.address-corrected.v3",
        "sales.payment-authorised.v1",
        "sales.payment-captured.v2",
        "sales.payment-refused.v3",
        "sales.refund-issued.v1",
        "sales.invoice-sent.v2",
        "sales.note-taken.v3",
        "billing.order-placed.v1",
        "billing.order-paid.v2",
        "billing.order-shipped.v3",
        "billing.order-cancelled.v1",
        "billing.item-added.v2",
        "billing.item-removed.v3",
        "billing.customer-registered.v1",
        "billing.customer-renamed.v2",
        "billing.address-corrected.v3",
        "billing.payment-authorised.v1",
        "billing.payment-captured.v2",
        "billing.payment-refused.v3",
        "billing.refund-issued.v1",
        "billing.invoice-sent.v2",
        "billing.note-taken.v3",
        "warehouse.order-placed.v1",
        "warehouse.order-paid.v2",
        "warehouse.order-shipped.v3",
        "warehouse.order-cancelled.v1",
        "warehouse.item-added.v2",
        "warehouse.item-removed.v3",
        "warehouse.customer-registered.v1",
        "warehouse.customer-renamed.v2",
        "warehouse.address-corrected.v3",
        "warehouse.payment-authorised.v1",
        "warehouse.payment-captured.v2",
        "warehouse.payment-refused.v3",
        "warehouse.refund-issued.v1",
        "warehouse.invoice-sent.v2",
        "warehouse.note-taken.v3",
        "crm.order-placed.v1",
        "crm.order-paid.v2",
        "crm.order-shipped.v3",
        "crm.order-cancelled.v1",
        "crm.item-added.v2",
        "crm.item-removed.v3",
        "crm.customer-registered.v1",
        "crm.customer-renamed.v2",
        "crm.address-corrected.v3",
        "crm.payment-authorised.v1",
        "crm.payment-captured.v2",
        "crm.payment-refused.v3",
        "crm.refund-issued.v1",
        "crm.invoice-sent.v2",
        "crm.note-taken.v3",
        "shipping.order-placed.v1",
        "shipping.order-paid.v2",
        "shipping.order-shipped.v3",
        "shipping.order-cancelled.v1",
        "shipping.item-added.v2",
        "shipping.item-removed.v3",
        "shipping.customer-registered.v1",
        "shipping.customer-renamed.v2",
        "shipping.address-corrected.v3",
        "shipping.payment-authorised.v1",
        "shipping.payment-captured.v2",
        "shipping.payment-refused.v3",
        "shipping.refund-issued.v1",
        "shipping.invoice-sent.v2",
        "shipping.note-taken.v3",
        "catalogue.order-placed.v1",
        "catalogue.order-paid.v2",
        "catalogue.order-shipped.v3",
        "catalogue.order-cancelled.v1",
        "catalogue.item-added.v2",
        "catalogue.item-removed.v3",
        "catalogue.customer-registered.v1",
        "catalogue.customer-renamed.v2",
        "catalogue.address-corrected.v3",
        "catalogue.payment-authorised.v1",
        "catalogue.payment-captured.v2",
        "catalogue.payment-refused.v3",
        "catalogue.refund-issued.v1",
        "catalogue.invoice-sent.v2",
        "catalogue.note-taken.v3",
        "support.order-placed.v1",
        "support.order-paid.v2",
        "support.order-shipped.v3",
        "support.order-cancelled.v1",
        "support.item-added.v2",
        "support.item-removed.v3",
        "support.customer-registered.v1",
        "support.customer-renamed.v2",
        "support.address-corrected.v3",
        "support.payment-authorised.v1",
        "support.payment-captured.v2",
        "support.payment-refused.v3",
        "support.refund-issued.v1",
        "support.invoice-sent.v2",
        "support.note-taken.v3",
        "loyalty.order-placed.v1",
        "loyalty.order-paid.v2",
        "loyalty.order-shipped.v3",
        "loyalty.order-cancelled.v1",
        "loyalty.item-added.v2",
        "loyalty.item-removed.v3",
        "loyalty.customer-registered.v1",
        "loyalty.customer-renamed.v2",
        "loyalty.address-corrected.v3",
        "loyalty.payment-authorised.v1",
        "loyalty.payment-captured.v2",
        "loyalty.payment-refused.v3",
        "loyalty.refund-issued.v1",
        "loyalty.invoice-sent.v2",
        "loyalty.note-taken.v3",
        "returns.order-placed.v1",
        "returns.order-paid.v2",
        "returns.order-shipped.v3",
        "returns.order-cancelled.v1",
        "returns.item-added.v2",
        "returns.item-removed.v3",
        "returns.customer-registered.v1",
        "returns.customer-renamed.v2",
        "returns.address-corrected.v3",
        "returns.payment-authorised.v1",
        "returns.payment-captured.v2",
        "returns.payment-refused.v3",
        "returns.refund-issued.v1",
        "returns.invoice-sent.v2",
        "returns.note-taken.v3",
        "pricing.order-placed.v1",
        "pricing.order-paid.v2",
        "pricing.order-shipped.v3",
        "pricing.order-cancelled.v1",
        "pricing.item-added.v2",
        "pricing.item-removed.v3",
        "pricing.customer-registered.v1",
        "pricing.customer-renamed.v2",
        "pricing.address-corrected.v3",
        "pricing.payment-authorised.v1",
        "pricing.payment-captured.v2",
        "pricing.payment-refused.v3",
        "pricing.refund-issued.v1",
        "pricing.invoice-sent.v2",
        "pricing.note-taken.v3",
        "fraud.order-placed.v1",
        "fraud.order-paid.v2",
        "fraud.order-shipped.v3",
        "fraud.order-cancelled.v1",
        "fraud.item-added.v2",
        "fraud.item-removed.v3",
        "fraud.customer-registered.v1",
        "fraud.customer-renamed.v2",
        "fraud.address-corrected.v3",
        "fraud.payment-authorised.v1",
        "fraud.payment-captured.v2",
        "fraud.payment-refused.v3",
        "fraud.refund-issued.v1",
        "fraud.invoice-sent.v2",
        "fraud.note-taken.v3",
        "audit.order-placed.v1",
        "audit.order-paid.v2",
        "audit.order-shipped.v3",
        "audit.order-cancelled.v1",
        "audit.item-added.v2",
        "audit.item-removed.v3",
        "audit.customer-registered.v1",
        "audit.customer-renamed.v2",
        "audit.address-corrected.v3",
        "audit.payment-authorised.v1",
        "audit.payment-captured.v2",
        "audit.payment-refused.v3",
        "audit.refund-issued.v1",
        "audit.invoice-sent.v2",
        "audit.note-taken.v3",
        "identity.order-placed.v1",
        "identity.order-paid.v2",
        "identity.order-shipped.v3",
        "identity.order-cancelled.v1",
        "identity.item-added.v2",
        "identity.item-removed.v3",
        "identity.customer-registered.v1",
        "identity.customer-renamed.v2",
        "identity.address-corrected.v3",
        "identity.payment-authorised.v1",
        "identity.payment-captured.v2",
        "identity.payment-refused.v3",
        "identity.refund-issued.v1",
        "identity.invoice-sent.v2",
        "identity.note-taken.v3",
        "reporting.order-placed.v1",
        "reporting.order-paid.v2",
        "reporting.order-shipped.v3",
        "reporting.order-cancelled.v1",
        "reporting.item-added.v2",
        "reporting.item-removed.v3",
        "reporting.customer-registered.v1",
        "reporting.customer-renamed.v2",
        "reporting.address-corrected.v3",
        "reporting.payment-authorised.v1",
        "reporting.payment-captured.v2",
        "reporting.payment-refused.v3",
        "reporting.refund-issued.v1",
        "reporting.invoice-sent.v2",
        "reporting.note-taken.v3",
        "partners.order-placed.v1",
        "partners.order-paid.v2",
        "partners.order-shipped.v3",
        "partners.order-cancelled.v1",
        "partners.item-added.v2",
        "partners.item-removed.v3",
        "partners.customer-registered.v1",
        "partners.customer-renamed.v2",
        "partners.address-corrected.v3",
        "partners.payment-authorised.v1",
        "partners.payment-captured.v2",
        "partners.payment-refused.v3",
        "partners.refund-issued.v1",
        "partners.invoice-sent.v2",
        "partners.note-taken.v3",
        "search.order-placed.v1",
        "search.order-paid.v2",
        "search.order-shipped.v3",
        "search.order-cancelled.v1",
        "search.item-added.v2",
        "search.item-removed.v3",
        "search.customer-registered.v1",
        "search.customer-renamed.v2",
        "search.address-corrected.v3",
        "search.payment-authorised.v1",
        "search.payment-captured.v2",
        "search.payment-refused.v3",
        "search.refund-issued.v1",
        "search.invoice-sent.v2",
        "search.note-taken.v3",
        "payroll.order-placed.v1",
        "payroll.order-paid.v2",
        "payroll.order-shipped.v3",
        "payroll.order-cancelled.v1",
        "payroll.item-added.v2",
        "payroll.item-removed.v3",
        "payroll.customer-registered.v1",
        "payroll.customer-renamed.v2",
        "payroll.address-corrected.v3",
        "payroll.payment-authorised.v1",
        "payroll.payment-captured.v2",
        "payroll.payment-refused.v3",
        "payroll.refund-issued.v1",
        "payroll.invoice-sent.v2",
        "payroll.note-taken.v3",
        "planning.order-placed.v1",
        "planning.order-paid.v2",
        "planning.order-shipped.v3",
        "planning.order-cancelled.v1",
        "planning.item-added.v2",
        "planning.item-removed.v3",
        "planning.customer-registered.v1",
        "planning.customer-renamed.v2",
        "planning.address-corrected.v3",
        "planning.payment-authorised.v1",
        "planning.payment-captured.v2",
        "planning.payment-refused.v3",
        "planning.refund-issued.v1",
        "planning.invoice-sent.v2",
        "planning.note-taken.v3",
        "quality.order-placed.v1",
        "quality.order-paid.v2",
        "quality.order-shipped.v3",
        "quality.order-cancelled.v1",
        "quality.item-added.v2",
        "quality.item-removed.v3",
        "quality.customer-registered.v1",
        "quality.customer-renamed.v2",
        "quality.address-corrected.v3",
        "quality.payment-authorised.v1",
        "quality.payment-captured.v2",
        "quality.payment-refused.v3",
        "quality.refund-issued.v1",
        "quality.invoice-sent.v2",
        "quality.note-taken.v3",
        "assets.order-placed.v1",
        "assets.order-paid.v2",
        "assets.order-shipped.v3",
        "assets.order-cancelled.v1",
        "assets.item-added.v2",
        "assets.item-removed.v3",
        "assets.customer-registered.v1",
        "assets.customer-renamed.v2",
        "assets.address-corrected.v3",
        "assets.payment-authorised.v1",
        "assets.payment-captured.v2",
        "assets.payment-refused.v3",
        "assets.refund-issued.v1",
        "assets.invoice-sent.v2",
        "assets.note-taken.v3",
    ];
}

internal sealed class DispatchOf300() : DispatchPass<Of300>(HandWritten300.Events(), HandWritten300.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of300 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten300.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of300> Applier { get; } = new Apply300();

    public override long TypeSwitch()
    {
        Of300 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten300.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply300 : IApplier<Of300>
{
    public Of300 Apply(Of300 aggregate, int ordinal, object payload) => HandWritten300.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf300() : NamePass<Of300>(HandWritten300.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten300.Find(Decode(name, characters));

        return sum;
    }
}
